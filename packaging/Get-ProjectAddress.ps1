<#
.SYNOPSIS
    Tells where the project is read on the web, as far as the place knows in which it is built.
.DESCRIPTION
    Uri is the project's address: on GitHub its repository, else that of the remote origin, where it is one of a forge.
    Name and password that a remote may hold are left out. Reference is the tag, else the commit, that is built.
    Each is absent where it is not known.
#>
param(
    [string] $Root = (Split-Path $PSScriptRoot),

    # The address, where it is known better.
    [uri] $ProjectUri
)

$ErrorActionPreference = 'Stop'

function Invoke-Git {
    if (Get-Command git -CommandType Application -ErrorAction Ignore) { & git -C $Root @args 2>$null }
}

if (-not $ProjectUri -and $env:GITHUB_SERVER_URL -and $env:GITHUB_REPOSITORY) {
    $ProjectUri = "$env:GITHUB_SERVER_URL/$env:GITHUB_REPOSITORY"
}
elseif (-not $ProjectUri) {
    $origin = (Invoke-Git remote get-url origin) -replace '^git@([^:/]+):', 'ssh://git@$1/' -as [uri]
    $isForge = $origin.Scheme -in 'https', 'http', 'ssh' -and $origin.HostNameType -eq 'Dns' -and $origin.Host.Contains('.') -and
        $origin.IsDefaultPort -and $origin.AbsolutePath -match '^/[\w.~+-]+/[\w.~+/-]+$'
    if ($isForge) { $ProjectUri = "https://$($origin.Host)$($origin.AbsolutePath -replace '(\.git)?/?$')" }
}

if ($ProjectUri -and $ProjectUri.AbsoluteUri -notmatch '^https?://[\w.~:/%+-]+$') {
    throw 'The address of a project is https://HOST/PATH, without a name, a password or a query: it is written into the package.'
}

$reference = (Invoke-Git describe --tags --exact-match) ?? (Invoke-Git rev-parse HEAD)
[pscustomobject]@{
    Uri       = $ProjectUri ? $ProjectUri.AbsoluteUri.TrimEnd('/') : $null
    Reference = $reference
}
