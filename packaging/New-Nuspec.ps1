<#
.SYNOPSIS
    Writes what the PowerShell Gallery wants to know of a package, from the module's manifest alone.
.PARAMETER Module
    What Test-ModuleManifest says.
#>
param([Parameter(Mandatory)] [psmoduleinfo] $Module)

# The Gallery's own tags tell what a package brings before it is installed.
$cmdlets = $Module.ExportedCmdlets.Keys | Sort-Object
$tags = @($Module.Tags) + 'PSModule' + 'PSIncludes_Cmdlet' + @($cmdlets | ForEach-Object { "PSCmdlet_$_"; "PSCommand_$_" })

$nuspec = [Xml.Linq.XNamespace]'http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd'
$metadata = [ordered]@{
    id                       = $Module.Name
    version                  = "$($Module.Version)"
    authors                  = $Module.Author
    description              = $Module.Description
    copyright                = $Module.Copyright
    releaseNotes             = $Module.ReleaseNotes
    tags                     = $tags -join ' '
    icon                     = 'icon.png'
    requireLicenseAcceptance = 'false'
    projectUrl               = "$($Module.ProjectUri)"
    iconUrl                  = "$($Module.IconUri)"
}
$elements = @($metadata.GetEnumerator() | Where-Object Value | ForEach-Object { [Xml.Linq.XElement]::new($nuspec + $_.Key, $_.Value) })
$elements += [Xml.Linq.XElement]::new($nuspec + 'license', [Xml.Linq.XAttribute]::new('type', 'expression'), 'Apache-2.0')
[Xml.Linq.XElement]::new($nuspec + 'package', [Xml.Linq.XElement]::new($nuspec + 'metadata', $elements)).ToString()
