#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds, packs or tests the module.
.DESCRIPTION
    Build    fills bin/ and en-US/, so that Import-Module ./LookoutVision.psd1 works from this folder.
    Package  builds, then puts what is to be installed, and nothing else, into artifacts/LookoutVision, and packs it as
             artifacts/repository/LookoutVision.VERSION.nupkg, as the PowerShell Gallery takes it.
    Test     packs, installs the package from that folder into artifacts/modules, and runs the module's xunit tests and the
             Pester tests, these on the installed module.
.EXAMPLE
    ./build.ps1
    Import-Module ./LookoutVision.psd1
.EXAMPLE
    ./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Package', 'Test')]
    [string[]] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    # Where the project is read on the web, for the package and for Get-Help -Online. Absent: the repository on GitHub that builds,
    # else the remote origin, where it is one of a forge; else none.
    [uri] $ProjectUri
)

$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$artifacts = "$root/artifacts"

. "$root/packaging/Steps.ps1"

function Invoke-Build {
    Invoke-Dotnet publish "$root/src/LookoutVision.PowerShell" --configuration $Configuration --verbosity quiet -nologo
    Invoke-Dotnet run --project "$root/src/LookoutVision.HelpBuilder" -- $root | Out-Null
    $module = Test-ModuleManifest "$root/LookoutVision.psd1"
    Write-Host "Built LookoutVision $($module.Version): Import-Module $root/LookoutVision.psd1"
}

function Invoke-Package {
    $package = & "$root/packaging/New-Package.ps1" -Output $artifacts -Configuration $Configuration -ProjectUri $ProjectUri
    Write-Host "Packed $package"
}

function Invoke-Test {
    Invoke-Dotnet test "$root/tests/LookoutVision.PowerShell.Tests" --verbosity quiet -nologo
    $manifest = & "$root/packaging/Install-Package.ps1" -Repository "$artifacts/repository" -Destination (Reset-Folder "$artifacts/modules")
    Write-Host "Installed $manifest"

    # In a process of its own: this one may hold an older build of the module.
    $env:LOOKOUTVISION_MODULE = $manifest
    try { & pwsh -NoProfile -Command "Invoke-Pester -Path '$root/tests/Pester' -CI -Output Detailed" }
    finally { $env:LOOKOUTVISION_MODULE = $null }
    if ($LASTEXITCODE -ne 0) { throw 'Pester tests failed.' }
}

Push-Location $root
try {
    Invoke-Build
    if ($Task -contains 'Package' -or $Task -contains 'Test') { Invoke-Package }
    if ($Task -contains 'Test') { Invoke-Test }
}
finally {
    Pop-Location
}
