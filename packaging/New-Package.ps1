<#
.SYNOPSIS
    Puts what is to be installed, and nothing else, into OUTPUT/LookoutVision, and packs it as OUTPUT/repository/LookoutVision.VERSION.nupkg.
.DESCRIPTION
    For a module that is built. Where the project is read on the web, the manifest, the package and the help name that address;
    files of the repository do not.
#>
param(
    [string] $Output = "$PSScriptRoot/../artifacts",
    [string] $Configuration = 'Release',
    [uri] $ProjectUri
)

$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$project = & "$PSScriptRoot/Get-ProjectAddress.ps1" -ProjectUri $ProjectUri

. "$PSScriptRoot/Steps.ps1"

# What the module's manifest and help say beyond those of the repository.
function Add-ProjectAddress([string] $Folder) {
    $manifest = Get-Content -Raw "$Folder/LookoutVision.psd1"
    $lines = @(
        "ProjectUri               = '$($project.Uri)'"
        "IconUri                  = '$($project.Uri)/raw/$reference/packaging/icon.png'"
    )
    $manifest -replace '(?m)^( +)(?=LicenseUri )', "`$1$($lines -join "`n`$1")`n`$1" | Set-Content "$Folder/LookoutVision.psd1" -NoNewline
    Invoke-Dotnet run --project "$root/src/LookoutVision.HelpBuilder" -- $root "$Folder/en-US" "$($project.Uri)/blob/$reference/docs" | Out-Null
}

$reference = $project.Reference ?? 'HEAD'
$staged = Reset-Folder "$Output/LookoutVision"
$repository = Reset-Folder "$Output/repository"
Copy-Item "$root/LookoutVision.psd1", "$root/LookoutVision.*.ps1xml", "$root/LICENSE", "$root/SECURITY.md", "$root/packaging/icon.png",
    "$root/en-US", "$root/docs", "$root/bin" $staged -Recurse
$null = New-Item -ItemType Directory "$staged/samples"
Copy-Item "$root/samples/*.ps1" "$staged/samples"
Get-ChildItem $staged -Recurse -Filter *.pdb | Remove-Item
if ($project.Uri) { Add-ProjectAddress $staged }
$module = Test-ModuleManifest "$staged/LookoutVision.psd1"
& "$PSScriptRoot/New-Sbom.ps1" -Module $module | Set-Content "$staged/LookoutVision.cdx.json"
& "$PSScriptRoot/New-Nuspec.ps1" -Module $module | Set-Content "$Output/LookoutVision.nuspec"

# The project lends its restore only; what is packed is the staged folder.
Invoke-Dotnet pack "$root/src/LookoutVision.PowerShell" --no-build --configuration $Configuration --output $repository --verbosity quiet -nologo `
    "-p:IsPackable=true" "-p:NoPackageAnalysis=true" "-p:NuspecFile=$Output/LookoutVision.nuspec" "-p:NuspecBasePath=$staged"
Get-ChildItem $repository -Filter *.nupkg
