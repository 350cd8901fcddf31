#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Measures what the module adds to the engine's own time: a thousand small images through the pipeline.
.DESCRIPTION
    Draws images of 64 x 64 pixels and judges them twice: by Get-ChildItem | Invoke-LVDetectAnomaly, and by asking the host
    for one after another, without cmdlet and pipeline. The difference of the processor's time, an image, is what the module
    adds; it has to stay below 1 ms. Tells every round: the first has the compiler's time in it.
.EXAMPLE
    ./build.ps1; ./benchmarks/Pipeline/Measure-Pipeline.ps1
#>
[CmdletBinding()]
param([int] $Images = 1000, [int] $Rounds = 3)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Import-Module $PSScriptRoot/../../tests/Pester/TestParts.psm1
$folder = Join-Path ([IO.Path]::GetTempPath()) "lookoutvision-pipeline-$PID"
$before = $env:LOOKOUTVISION_HOME
try {
    Initialize-TestStore (New-Item -ItemType Directory $folder)
    foreach ($i in 1..$Images) { New-TestPart "$folder/line/$i.png" $i }
    $files = Get-ChildItem $folder/line
    $models = [LookoutVision.Hosting.HostConnector]::Connect("local:$folder/store").Models
    $model = [LookoutVision.ModelReference]::new('parts', '1')
    $process = [Diagnostics.Process]::GetCurrentProcess()

    function Measure-Processor([scriptblock] $Work) {
        $process.Refresh()
        $start = $process.TotalProcessorTime
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $null = & $Work
        $elapsed = $clock.Elapsed
        $process.Refresh()
        [pscustomobject]@{ Processor = ($process.TotalProcessorTime - $start).TotalMilliseconds / $Images; Elapsed = $elapsed.TotalMilliseconds / $Images }
    }

    foreach ($round in 1..$Rounds) {
        $direct = Measure-Processor {
            foreach ($file in $files) {
                $models.DetectAnomaliesAsync($model, [LookoutVision.ImageSource]::FromFile($file.FullName), [Threading.CancellationToken]::None).GetAwaiter().GetResult()
            }
        }
        $pipeline = Measure-Processor { $files | Invoke-LVDetectAnomaly }
        [pscustomobject]@{
            Round = $round
            'Engine, processor ms' = [Math]::Round($direct.Processor, 2)
            'Pipeline, processor ms' = [Math]::Round($pipeline.Processor, 2)
            'Added, processor ms' = [Math]::Round($pipeline.Processor - $direct.Processor, 2)
            'Engine, elapsed ms' = [Math]::Round($direct.Elapsed, 2)
            'Pipeline, elapsed ms' = [Math]::Round($pipeline.Elapsed, 2)
        }
    }
}
finally {
    $env:LOOKOUTVISION_HOME = $before
    Remove-Item $folder -Recurse -Force
}
