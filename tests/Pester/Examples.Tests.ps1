BeforeDiscovery {
    Import-Module $PSScriptRoot/TestParts.psm1
    $root = "$PSScriptRoot/../.."

    # The PowerShell blocks of a page.
    function Get-Block([string] $Page) {
        [regex]::Matches((Get-Content "$root/$Page" -Raw), '(?ms)^```powershell\r?\n(.*?)^```').ForEach{ $_.Groups[1].Value }
    }

    $examples = foreach ($cmdlet in (Get-Command -Module LookoutVision -CommandType Cmdlet).Name) {
        $number = 0
        foreach ($example in (Get-Help $cmdlet -Examples).examples.example) {
            $number++
            @{ name = "$cmdlet, example $number"; code = $example.code }
        }
    }
    $topics = foreach ($page in (Get-ChildItem $root/docs/about_*.md).Name) {
        $number = 0
        foreach ($code in Get-Block "docs/$page") {
            $number++
            @{ name = "$page, lines $number"; code = $code }
        }
    }

    # The lines that make and import the module have done so already.
    $readme = @{ name = 'README.md'; code = ((Get-Block README.md) -join "`n") -replace '(?m)^\./build\.ps1$|^Import-Module .*$' }
}

BeforeAll {
    Import-Module $PSScriptRoot/TestWorld.psm1
    $ProgressPreference = 'SilentlyContinue'
    $before = $env:LOOKOUTVISION_HOME
    New-TestWorld $TestDrive/files

    # What reaches out of this machine or asks its user.
    function Invoke-WebRequest { @{ Content = [IO.File]::ReadAllBytes("$TestDrive/files/part-1.png") } }
    function Invoke-Item { process {} }
}

AfterAll { $env:LOOKOUTVISION_HOME = $before }

Describe 'An example runs as it is printed' {
    It '<name>' -ForEach ($examples + $topics + $readme) {
        if ($code -match '-EndpointUrl (https|sagemaker):') {
            Set-ItResult -Skipped -Because 'it asks a server or an account that there is none of here; that it parses and names parameters there are is a test of its own'
            return
        }

        $world = "$TestDrive/world-$(New-Guid)"
        Copy-Item $TestDrive/files $world -Recurse
        Initialize-TestWorld $world -Hosted $(switch -Regex ($name) { 'Stop-|Wait-' { 'bolts/1', 'cookies/2' } 'about_' { 'bolts/1', 'cookies/1' } default { 'bolts/1' } })
        Push-Location $world
        try {
            $ErrorActionPreference = 'Stop'
            $ConfirmPreference = 'None'
            & ([scriptblock]::Create($code)) 3>$null 4>$null | Out-String | Out-Null
        }
        finally {
            Pop-Location
            Remove-Item $world -Recurse -Force
        }
    }
}
