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
    Import-Module $PSScriptRoot/TestRemote.psm1
    $ProgressPreference = 'SilentlyContinue'
    $before = $env:LOOKOUTVISION_HOME
    New-TestWorld $TestDrive/files

    # What reaches out of this machine or asks its user.
    function Invoke-WebRequest { @{ Content = [IO.File]::ReadAllBytes("$TestDrive/files/part-1.png") } }
    function Invoke-Item { process {} }

    # SageMaker starts a batch detection; that it writes verdicts, the test does in its place.
    function Start-LVBatchDetection { LookoutVision\Start-LVBatchDetection @args | Complete-TestBatch }
}

AfterAll {
    Stop-TestAccount
    $env:LOOKOUTVISION_HOME = $before
}

Describe 'An example runs as it is printed' {
    It '<name>' -ForEach ($examples + $topics + $readme) {
        $exampleServer = 'https://vision.example'
        $asksSageMaker = $code.Contains('sagemaker:')
        $asksAgent = $code.Contains('unix:')
        if ($asksSageMaker -and ($lack = Get-MotoLack)) { Set-ItResult -Skipped -Because "it asks SageMaker, and $lack"; return }
        if ($asksAgent -and ($lack = Get-AgentLack)) { Set-ItResult -Skipped -Because "it asks an Edge Agent, and $lack"; return }

        $world = "$TestDrive/world-$(New-Guid)"
        Copy-Item $TestDrive/files $world -Recurse
        Initialize-TestWorld $world -Hosted $(switch -Regex ($name) { 'Stop-|Wait-' { 'bolts/1', 'cookies/2' } 'about_' { 'bolts/1', 'cookies/1' } default { 'bolts/1' } })
        Push-Location $world
        try {
            $ErrorActionPreference = 'Stop'
            $ConfirmPreference = 'None'
            if ($asksSageMaker) {
                Initialize-TestAccount $($name -match '^Start-' ? @() : 'defects-20260301-180000', 'march')
            }
            elseif ($asksAgent) {
                # Where it listens elsewhere than at its usual place, the path says so.
                $server = Start-TestAgent $TestDrive/agent.sock
                $code = $code -replace '(?<=unix:)(?=\s)', "$TestDrive/agent.sock"
            }
            elseif ($code.Contains($exampleServer)) {
                # A server of this build, at an address that it can have here. Nothing else of the example is changed.
                $server = Start-TestService $world
                $code = $code.Replace($exampleServer, $server.Url)
            }

            & ([scriptblock]::Create($code)) 3>$null 4>$null | Out-String | Out-Null
        }
        finally {
            Pop-Location
            if ($server) { Stop-Listener $server }
            Remove-Item $world -Recurse -Force
        }
    }
}
