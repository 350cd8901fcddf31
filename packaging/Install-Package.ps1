<#
.SYNOPSIS
    Installs the module from a folder of packages, and gives the path of the installed manifest.
.DESCRIPTION
    With Microsoft.PowerShell.PSResourceGet as a user would; where the shell has none, NuGet unpacks the package to the same folder.
#>
param(
    [Parameter(Mandatory)] [string] $Repository,
    [Parameter(Mandatory)] [string] $Destination
)

$ErrorActionPreference = 'Stop'
$package = Get-ChildItem $Repository -Filter LookoutVision.*.nupkg | Select-Object -Last 1
$version = $package.BaseName -replace '^LookoutVision\.'
if (Get-Command Save-PSResource -ErrorAction Ignore) {
    $name = "LookoutVision-$PID"
    Register-PSResourceRepository -Name $name -Uri $Repository -Trusted
    try { Save-PSResource LookoutVision -Repository $name -Path $Destination }
    finally { Unregister-PSResourceRepository -Name $name }
}
else {
    $project = "$Destination/install.csproj"
    Set-Content $project @"
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>netstandard2.0</TargetFramework>
    <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
    <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
    <RestorePackagesWithLockFile>false</RestorePackagesWithLockFile>
    <RestoreSources>$Repository</RestoreSources>
    <RestorePackagesPath>$Destination/packages</RestorePackagesPath>
  </PropertyGroup>
  <ItemGroup>
    <PackageDownload Include="LookoutVision" Version="[$version]" />
  </ItemGroup>
</Project>
"@
    & dotnet restore $project --verbosity quiet -nologo -p:RestoreLockedMode=false
    if ($LASTEXITCODE -ne 0) { throw "dotnet restore ended with exit code $LASTEXITCODE." }
    $null = New-Item -ItemType Directory "$Destination/LookoutVision"
    Move-Item "$Destination/packages/lookoutvision/$version" "$Destination/LookoutVision/$version"
}

"$Destination/LookoutVision/$version/LookoutVision.psd1"
