#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Inspects the photographs that have arrived in a folder; made to be run by a scheduler.
.DESCRIPTION
    Judges every JPEG and PNG in the inbox, appends the verdicts to a CSV file a day, writes an overlay for each
    defective part, and moves what was judged to a folder 'done' below the inbox. A file that cannot be judged stays
    where it is and is tried again the next time.

    Exit code 0: all were judged. 1: some could not be, and the error stream says which and why. 2: nothing was done.
.EXAMPLE
    pwsh -NoProfile -File ./samples/Invoke-Inspection.ps1 -Inbox /data/camera -Output /data/inspection -ProjectName flange
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Inbox,
    [Parameter(Mandatory)] [string] $Output,
    [Parameter(Mandatory)] [string] $ProjectName
)

$ErrorActionPreference = 'Stop'
try {
    Import-Module "$PSScriptRoot/../LookoutVision.psd1"
    $done = New-Item -ItemType Directory -Force -Path (Join-Path $Inbox 'done')
    $null = New-Item -ItemType Directory -Force -Path $Output
    $photographs = @(Get-ChildItem $Inbox -File | Where-Object Extension -in '.jpg', '.jpeg', '.png')
    if (-not $photographs) {
        Write-Output 'Nothing has arrived.'
        exit 0
    }

    if (-not (Get-LVModel $ProjectName -Hosted)) {
        Start-LVModel $ProjectName -Wait
    }
}
catch {
    [Console]::Error.WriteLine($_)
    exit 2
}

$day = Get-Date -Format 'yyyy-MM-dd'
$judged = 0
$defective = 0
$photographs |
    Invoke-LVDetectAnomaly -ProjectName $ProjectName -ErrorAction Continue -ErrorVariable failed |
    ForEach-Object {
        $judged++
        $_ | Export-Csv (Join-Path $Output "$day.csv") -Append
        if ($_.IsAnomalous) {
            $defective++
            if ($_.AnomalyMask) {
                $_ | Export-LVAnomalyMask (Join-Path $Output $day) -Kind Overlay -Force
            }
        }

        Move-Item -LiteralPath $_.Path -Destination $done -Force
    }

Write-Output "$judged judged, $defective defective, $($failed.Count) could not be judged."
exit [int]($failed.Count -gt 0)
