BeforeAll {
    Import-Module $PSScriptRoot/TestParts.psm1, $PSScriptRoot/TestServer.psm1
    $server = Start-TestServer
    $kept = @{}
    foreach ($variable in Get-ChildItem env:AWS_*) { $kept[$variable.Name] = $variable.Value; Remove-Item "env:$($variable.Name)" }
    $env:AWS_SHARED_CREDENTIALS_FILE = "$TestDrive/credentials"
    $env:AWS_CONFIG_FILE = "$TestDrive/config"
    Set-Content $env:AWS_SHARED_CREDENTIALS_FILE "[plant]", 'aws_access_key_id = PLANT', 'aws_secret_access_key = s'
    Set-Content $env:AWS_CONFIG_FILE "[profile plant]", 'region = eu-central-1'

    # Who signed the only request, for which region; and what the verbose stream told.
    function Get-Signature([hashtable] $With) {
        $server.Requests.Clear()
        $told = Get-LVModel -EndpointUrl $server.Url -Verbose @With 4>&1
        $request = $null
        $null = $server.Requests.TryDequeue([ref] $request)
        $null = $request.Headers['Authorization'] -match 'Credential=(?<key>[^/]+)/[0-9]+/(?<region>[^/]+)/lookoutvision'
        [pscustomobject]@{ Key = $Matches.key; Region = $Matches.region; Token = $request.Headers['X-Amz-Security-Token']; Told = "$told" }
    }
}

AfterAll {
    Stop-TestServer $server
    Remove-Item env:AWS_SHARED_CREDENTIALS_FILE, env:AWS_CONFIG_FILE
    foreach ($name in $kept.Keys) { Set-Item "env:$name" $kept[$name] }
}

Describe 'Credentials' {
    It 'are not needed for a server of this machine, and nobody is waited for' {
        $signature = Get-Signature @{}
        $signature.Key | Should -BeNullOrEmpty
        $signature.Told | Should -BeLike '*requests are not signed*'
    }

    It '<name> sign the request, and the verbose stream tells of them but no secret' -ForEach @(
        @{ name = 'keys'; with = @{ AccessKey = 'GIVEN'; SecretKey = 'hidden'; SessionToken = 'hidden-token'; Region = 'eu-west-1' }; key = 'GIVEN'; region = 'eu-west-1'; token = 'hidden-token' }
        @{ name = 'keys by the aliases of AWS.Tools'; with = @{ AK = 'GIVEN'; SK = 'hidden'; RegionToCall = 'eu-west-1' }; key = 'GIVEN'; region = 'eu-west-1' }
        @{ name = 'a profile and its region'; with = @{ ProfileName = 'plant' }; key = 'PLANT'; region = 'eu-central-1' }
        @{ name = 'a PSCredential'; with = @{ Credential = [pscredential]::new('ME', (ConvertTo-SecureString hidden -AsPlainText -Force)) }; key = 'ME'; region = 'us-east-1' }
        @{ name = 'the answer of AWS STS'; with = @{ Credential = '{"AccessKeyId":"STS","SecretAccessKey":"hidden","SessionToken":"hidden-token"}' | ConvertFrom-Json }; key = 'STS'; region = 'us-east-1'; token = 'hidden-token' }
        @{ name = 'a table'; with = @{ Credential = @{ AccessKey = 'TABLE'; SecretKey = 'hidden' }; Region = [pscustomobject]@{ Region = 'us-west-2'; Name = 'US West (Oregon)' } }; key = 'TABLE'; region = 'us-west-2' }
    ) {
        $signature = Get-Signature $with
        $signature.Key | Should -Be $key -Because $signature.Told
        $signature.Region | Should -Be $region
        $signature.Token | Should -Be $token
        $signature.Told | Should -BeLike "*region $region*credentials:*"
        $signature.Told | Should -Not -BeLike '*hidden*'
    }

    It 'of a session of AWS.Tools sign the request where nothing is said' {
        $global:StoredAWSCredentials = [pscustomobject]@{ AccessKey = 'STORED'; SecretKey = 'hidden' }
        $global:StoredAWSRegion = 'eu-west-1'
        try {
            $signature = Get-Signature @{}
            $said = Get-Signature @{ ProfileName = 'plant'; Region = 'us-west-2' }
        }
        finally { Remove-Variable StoredAWSCredentials, StoredAWSRegion -Scope Global }
        $signature.Key, $signature.Region | Should -Be 'STORED', 'eu-west-1'
        $signature.Told | Should -BeLike '*$StoredAWSRegion*credentials: $StoredAWSCredentials.*'
        $signature.Told | Should -Not -BeLike '*hidden*'
        $said.Key, $said.Region | Should -Be 'PLANT', 'us-west-2'
    }

    It 'of a session do not make this machine ask a server' {
        $global:StoredAWSRegion = 'eu-west-1'
        try { $told = Get-LVModel -Verbose -EndpointUrl "local:$TestDrive/store" 4>&1 }
        finally { Remove-Variable StoredAWSRegion -Scope Global }
        "$told" | Should -BeLike '*Local host*'
    }

    It 'that cannot be meant are an error that says what to do: <name>' -ForEach @(
        @{ name = 'a region alone'; with = @{ Region = 'eu-west-1' }; message = '*31 October 2025*' }
        @{ name = 'a profile that is not there'; with = @{ ProfileName = 'nobody'; EndpointUrl = 'http://127.0.0.1:9' }; message = "*no AWS profile 'nobody'*" }
        @{ name = 'an object without keys'; with = @{ Credential = 7; EndpointUrl = 'http://127.0.0.1:9' }; message = '*no keys*' }
    ) {
        { Get-LVModel @with } | Should -Throw -ErrorId 'RequestInvalid,*' -PassThru | ForEach-Object {
            $_.Exception.Message | Should -BeLike $message
            $_.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        }
    }
}
