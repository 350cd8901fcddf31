# The hosts of the examples that reach out of this machine: a server of this build, moto, which plays SageMaker and Amazon S3, and an
# Edge Agent by gRPC's own implementation for Node.js.

Import-Module $PSScriptRoot/TestParts.psm1

$script:root = Convert-Path $PSScriptRoot/../..
$script:moto = "$script:root/../shared/tools/wire/moto_images.py"
$script:cli = $script:account = $null

# Why SageMaker cannot be played here; nothing where it can.
function Get-MotoLack {
    if (-not (Test-Path $script:moto)) { return "the server is not here: $script:moto" }
    if (-not (Get-Command python3 -ErrorAction Ignore)) { return 'there is no python3' }
    python3 -c 'import importlib.util as u, sys; sys.exit(not (u.find_spec("moto") and u.find_spec("flask")))'
    if ($LASTEXITCODE -ne 0) { 'moto is not installed' }
}

# A process that has said, on a line of its own, that it listens; the line comes with it.
function Start-Listener([string] $File, [string[]] $Arguments, [string] $Stream, [string] $Sign) {
    $start = [Diagnostics.ProcessStartInfo]::new($File, $Arguments)
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $process = [Diagnostics.Process]::Start($start)
    do { $line = $process."Standard$Stream".ReadLine() } until ($null -eq $line -or $line -match $Sign)
    if ($null -eq $line) { throw "$File $Arguments has ended with exit code $($process.ExitCode)." }
    $Stream -eq 'Error' ? $process.BeginOutputReadLine() : $process.BeginErrorReadLine()
    [pscustomobject]@{ Url = [regex]::Match($line, 'http://[\d.:]+').Value; Process = $process }
}

function Stop-Listener($Listener) {
    $Listener.Process.Kill()
    $Listener.Process.WaitForExit()
    $Listener.Process.Dispose()
}

# `lookoutvision serve` of this build, over the store and the buckets of a world.
function Start-TestService([string] $World) {
    if (-not $script:cli) {
        $script:cli = dotnet build $script:root/src/LookoutVision.Cli --verbosity quiet -nologo -getProperty:TargetPath | Select-Object -Last 1
    }

    Start-Listener dotnet $script:cli, serve, '--port', 0, '--store', $World/store, '--buckets', $World/buckets Output '^Serving '
}

$script:modules = "$($env:CLIENTS ?? (Join-Path $HOME .cache lookoutvision-clients))/grpc/node_modules"

# Why an Edge Agent cannot be played here; nothing where it can.
function Get-AgentLack {
    if (-not (Test-Path $script:modules/@grpc/grpc-js)) { 'gRPC for Node.js is not installed' }
}

function Start-TestAgent([string] $Socket) {
    $env:NODE_PATH = $script:modules
    $proto = "$script:root/src/LookoutVision.Remote/EdgeAgent/edge_agent.proto"
    Start-Listener node "$script:root/tests/LookoutVision.Remote.Tests/EdgeAgent/Double/agent.js", $Socket, $proto, ModelComponentCookies Output '^ready'
}

# An account with the endpoint configuration "defects", photographs in the bucket line-1, and the batch detections that are named.
# moto takes a second to start and serves all tests; each finds the account as new.
function Initialize-TestAccount([string[]] $BatchDetection) {
    if ($script:account) { $null = Invoke-RestMethod "$($script:account.Url)/moto-api/reset" -Method Post }
    else {
        $probe = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $probe.Start()
        $port = $probe.LocalEndpoint.Port
        $probe.Stop()
        $script:account = Start-Listener python3 $script:moto, $port Error 'Running on'
        $url = $script:account.Url
        Set-Variables @{
            AWS_ENDPOINT_URL_SAGEMAKER = $url; AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME = $url; AWS_ENDPOINT_URL_S3 = $url
            AWS_ACCESS_KEY_ID = 'AKIDEXAMPLE'; AWS_SECRET_ACCESS_KEY = 'wJalrXUtnFEMI'
        }
    }

    $variant = @{ VariantName = 'AllTraffic'; ModelName = 'lines'; InitialInstanceCount = 1; InstanceType = 'ml.c5.2xlarge'; InitialVariantWeight = 1 }
    Send-SageMaker CreateModel @{ ModelName = 'lines'; PrimaryContainer = @{ Image = 'image' }; ExecutionRoleArn = 'arn:aws:iam::123456789012:role/any' }
    Send-SageMaker CreateEndpointConfig @{ EndpointConfigName = 'defects'; ProductionVariants = @($variant) }
    $answer = @{ Body = $script:verdict; ContentType = 'application/json'; InvokedProductionVariant = 'AllTraffic'; CustomAttributes = '' }
    $answers = @{ region = 'eu-west-1'; results = @($answer) * 3 } | ConvertTo-Json -Depth 4
    $null = Invoke-RestMethod "$($script:account.Url)/moto-api/static/sagemaker/endpoint-results" -Method Post -Body $answers
    Send-S3 line-1
    foreach ($key in '2026-03-01/a.jpg', '2026-03-01/b.jpg', '2026-03/c.jpg') { Send-S3 line-1/$key 'a photograph' }
    foreach ($name in $BatchDetection) {
        Start-LVBatchDetection defects s3://line-1/2026-03-01 s3://line-1/verdicts -Name $name -EndpointUrl sagemaker://eu-west-1 |
            Complete-TestBatch | Out-Null
    }
}

function Stop-TestAccount {
    if ($script:account) {
        Stop-Listener $script:account
        Set-Variables $script:before
    }
}

# Sets variables of the environment, and remembers what they were.
function Set-Variables([hashtable] $Values) {
    $script:before = @{}
    foreach ($name in $Values.Keys) {
        $script:before[$name] = [Environment]::GetEnvironmentVariable($name)
        [Environment]::SetEnvironmentVariable($name, $Values[$name])
    }
}

# What moto does not do: a job writes a verdict for each image.
function Complete-TestBatch {
    process {
        foreach ($name in 'a', 'b') { Send-S3 "$($_.OutputUri -replace '^s3://')/$name.jpg.out" $script:verdict }
        $_
    }
}

$script:verdict = '{"Source": {"Type": "direct"}, "IsAnomalous": true, "Confidence": 0.75}'

function Send-SageMaker([string] $Operation, $Body) {
    $null = Invoke-RestMethod $script:account.Url -Method Post -Body ($Body | ConvertTo-Json -Depth 5) -ContentType application/x-amz-json-1.1 -SkipHeaderValidation -Headers @{
        'X-Amz-Target' = "SageMaker.$Operation"; Authorization = Get-Authorization sagemaker eu-west-1
    }
}

function Send-S3([string] $Path, [string] $Text) {
    $null = Invoke-RestMethod "$($script:account.Url)/$Path" -Method Put -Body $Text -SkipHeaderValidation -Headers @{ Authorization = Get-Authorization s3 us-east-1 }
}

# moto reads the service from it and looks no further.
function Get-Authorization([string] $Service, [string] $Region) {
    "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260301/$Region/$Service/aws4_request, SignedHeaders=host, Signature=00"
}

Export-ModuleMember -Function Get-MotoLack, Get-AgentLack, Start-TestService, Start-TestAgent, Stop-Listener, Initialize-TestAccount, Stop-TestAccount, Complete-TestBatch
