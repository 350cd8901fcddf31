<#
.SYNOPSIS
    Writes the software bill of materials of the staged module, as CycloneDX 1.6: its files, and the packages that some of them came from.
.DESCRIPTION
    Versions and hashes of packages are those that the lock files hold the build to. The same build gives the same bill:
    it has neither a time nor a random number.
.PARAMETER Module
    What Test-ModuleManifest says of the staged module.
#>
param([Parameter(Mandatory)] [psmoduleinfo] $Module)

$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$packagesFolder = (& dotnet nuget locals global-packages --list) -replace '^global-packages:\s*'

function Get-License([string] $Id, [string] $Version) {
    $nuspec = [xml](Get-Content -Raw (Join-Path $packagesFolder $Id.ToLowerInvariant() $Version "$($Id.ToLowerInvariant()).nuspec"))
    $license = $nuspec.package.metadata.SelectSingleNode("*[local-name()='license' and @type='expression']")
    if ($license) { , @(@{ expression = $license.InnerText }) }
}

$files = Get-ChildItem $Module.ModuleBase -Recurse -File | Sort-Object FullName
$locked = (Get-Content -Raw "$root/src/LookoutVision.PowerShell/packages.lock.json" | ConvertFrom-Json -AsHashtable).dependencies['net8.0']
$packages = foreach ($id in $locked.Keys | Sort-Object | Where-Object { "$_.dll" -in $files.Name -and $locked[$_].type -ne 'Project' }) {
    $version = $locked[$id].resolved
    $component = [ordered]@{
        type      = 'library'
        'bom-ref' = "pkg:nuget/$id@$version"
        name      = $id
        version   = $version
        hashes    = @([ordered]@{ alg = 'SHA-512'; content = [Convert]::ToHexString([Convert]::FromBase64String($locked[$id].contentHash)).ToLowerInvariant() })
    }
    $licenses = Get-License $id $version
    if ($licenses) { $component.licenses = $licenses }
    $component.purl = "pkg:nuget/$id@$version"
    $component
}

$contents = foreach ($file in $files) {
    [ordered]@{
        type   = 'file'
        name   = [IO.Path]::GetRelativePath($Module.ModuleBase, $file.FullName).Replace('\', '/')
        hashes = @([ordered]@{ alg = 'SHA-256'; content = (Get-FileHash -LiteralPath $file.FullName).Hash.ToLowerInvariant() })
    }
}

$self = "pkg:nuget/$($Module.Name)@$($Module.Version)"
[ordered]@{
    bomFormat    = 'CycloneDX'
    specVersion  = '1.6'
    version      = 1
    metadata     = [ordered]@{
        component = [ordered]@{
            type      = 'application'
            'bom-ref' = $self
            name      = $Module.Name
            version   = "$($Module.Version)"
            licenses  = @(@{ expression = 'Apache-2.0' })
            purl      = $self
        }
    }
    components   = @($packages) + @($contents)
    dependencies = @([ordered]@{ ref = $self; dependsOn = @($packages | ForEach-Object { $_['bom-ref'] }) })
} | ConvertTo-Json -Depth 10
