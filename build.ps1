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
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$artifacts = "$root/artifacts"

function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $args ended with exit code $LASTEXITCODE." }
}

function Reset-Folder([string] $Path) {
    if (Test-Path -LiteralPath $Path) { Remove-Item -LiteralPath $Path -Recurse -Force }
    (New-Item -ItemType Directory -Path $Path).FullName
}

function Invoke-Build {
    Invoke-Dotnet publish "$root/src/LookoutVision.PowerShell" --configuration $Configuration --verbosity quiet -nologo
    Invoke-Dotnet run --project "$root/src/LookoutVision.HelpBuilder" -- $root | Out-Null
    $module = Test-ModuleManifest "$root/LookoutVision.psd1"
    Write-Host "Built LookoutVision $($module.Version): Import-Module $root/LookoutVision.psd1"
}

function Invoke-Package {
    $staged = Reset-Folder "$artifacts/LookoutVision"
    $repository = Reset-Folder "$artifacts/repository"
    Copy-Item "$root/LookoutVision.psd1", "$root/LookoutVision.*.ps1xml", "$root/LICENSE", "$root/packaging/icon.png", "$root/en-US", "$root/bin" $staged -Recurse
    Get-ChildItem $staged -Recurse -Filter *.pdb | Remove-Item
    $module = Test-ModuleManifest "$staged/LookoutVision.psd1"
    & "$root/packaging/New-Sbom.ps1" -Module $module | Set-Content "$staged/LookoutVision.cdx.json"
    & "$root/packaging/New-Nuspec.ps1" -Module $module | Set-Content "$artifacts/LookoutVision.nuspec"

    # The project lends its restore only; what is packed is the staged folder.
    Invoke-Dotnet pack "$root/src/LookoutVision.PowerShell" --no-build --configuration $Configuration --output $repository --verbosity quiet -nologo `
        "-p:IsPackable=true" "-p:NoPackageAnalysis=true" "-p:NuspecFile=$artifacts/LookoutVision.nuspec" "-p:NuspecBasePath=$staged"
    Write-Host "Packed $(Get-ChildItem $repository -Filter *.nupkg)"
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
