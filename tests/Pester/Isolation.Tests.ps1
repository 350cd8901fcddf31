BeforeAll {
    Import-Module $PSScriptRoot/TestParts.psm1
    $manifest = Get-TestManifest
    Initialize-TestStore $TestDrive
    New-TestPart "$TestDrive/part.png" 5
    $private = Join-Path (Split-Path $manifest) bin private

    # In a session of its own, where nothing is loaded yet.
    function Invoke-Fresh([string] $Script) {
        pwsh -NoProfile -NonInteractive -Command "`$ErrorActionPreference = 'Stop'; `$manifest = '$manifest'; `$part = '$TestDrive/part.png'; $Script" 2>&1
    }

    # An assembly of the same name and key as one that the module brings, and of another version.
    function New-Rival([string] $Name, [string] $Version) {
        $identity = [Reflection.AssemblyName]::new($Name)
        $identity.Version = $Version
        $identity.SetPublicKey([Reflection.AssemblyName]::GetAssemblyName("$private/$Name.dll").GetPublicKey())
        $assembly = [Reflection.Emit.PersistedAssemblyBuilder]::new($identity, [object].Assembly)
        $null = $assembly.DefineDynamicModule($Name).DefineType('Rival', 'Public').CreateType()
        $null = New-Item -ItemType Directory "$TestDrive/$Version"
        $assembly.Save("$TestDrive/$Version/$Name.dll")
        "$TestDrive/$Version/$Name.dll"
    }
}

Describe 'Assemblies of others' {
    It 'another version of <name> that is loaded first, <version>, does not disturb' -ForEach @(
        @{ name = 'System.Numerics.Tensors'; version = '8.0.0.0' }
        @{ name = 'System.Numerics.Tensors'; version = '99.0.0.0' }
    ) {
        $rival = New-Rival $name $version
        $told = Invoke-Fresh "
            Add-Type -Path '$rival'
            Import-Module `$manifest; (Invoke-LVDetectAnomaly `$part).IsAnomalous
            [Rival].Assembly.GetName().Name
            [AppDomain]::CurrentDomain.GetAssemblies().GetName() | Where-Object Name -EQ '$name' | ForEach-Object { `"`$(`$_.Version)`" }"
        $told[0..1] | Should -Be 'False', $name -Because "$told"
        $told[2..9] | Sort-Object | Should -Be (@($version, "$([Reflection.AssemblyName]::GetAssemblyName("$private/$name.dll").Version)") | Sort-Object)
    }

    It 'are not disturbed: what the module brings is not where others look' {
        $brought = (Get-ChildItem $private -Filter *.dll).BaseName
        $brought | Should -Contain 'System.Numerics.Tensors'
        $told = Invoke-Fresh "
            Import-Module `$manifest; `$null = Invoke-LVDetectAnomaly `$part
            [Runtime.Loader.AssemblyLoadContext]::Default.Assemblies.GetName().Name"
        $told | Should -Contain 'LookoutVision'
        $told | Where-Object { $_ -in $brought } | Should -BeNullOrEmpty
    }

    It 'are not disturbed by what asks a server, which is loaded when one is asked; without encryption that is warned of' {
        $told = Invoke-Fresh "
            `$env:AWS_ACCESS_KEY_ID = `$env:AWS_SECRET_ACCESS_KEY = 'any'; `$env:AWS_MAX_ATTEMPTS = 1
            Import-Module `$manifest
            [AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -contains 'AWSSDK.Core'
            Get-LVModel -EndpointUrl http://0.0.0.0:9 -ErrorAction SilentlyContinue -ErrorVariable failed -WarningVariable warned 3> `$null
            `$failed[0].FullyQualifiedErrorId; `$warned.Count
            [AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -contains 'AWSSDK.Core'
            [Runtime.Loader.AssemblyLoadContext]::Default.Assemblies.GetName().Name -contains 'AWSSDK.Core'"
        $told[0] | Should -Be 'False' -Because "$told"
        $told[1] | Should -BeLike '*,LookoutVision.Commands.GetLVModelCommand'
        $told[2..4] | Should -Be '1', 'True', 'False' -Because "$told"
    }
}

Describe 'A session that has loaded another AWS SDK' {
    BeforeAll {
        # The SDK that AWS.Tools 4 brought, as the package registry has it.
        $project = New-Item -ItemType Directory "$TestDrive/sdk"
        Set-Content "$project/sdk.csproj" @'
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="AWSSDK.Core" Version="3.7.400" /></ItemGroup>
            </Project>
'@
        dotnet publish $project --output "$project/out" --verbosity quiet -nologo 2>&1 | Out-Null
        $other = "$project/out/AWSSDK.Core.dll"
        Import-Module $PSScriptRoot/TestServer.psm1
        $server = Start-TestServer
    }
    AfterAll { Stop-TestServer $server }

    It 'is not disturbed, its credentials sign, and so after -Force and Remove-Module' {
        if (-not (Test-Path $other)) { Set-ItResult -Skipped -Because 'the older SDK cannot be had here'; return }
        $told = Invoke-Fresh "
            Add-Type -Path '$other'
            `$keys = [Amazon.Runtime.SessionAWSCredentials]::new('OTHER', 's', 't')
            Import-Module `$manifest; Get-LVModel -EndpointUrl $($server.Url) -Credential `$keys
            Import-Module `$manifest -Force; Get-LVModel -EndpointUrl $($server.Url) -Credential `$keys
            Remove-Module LookoutVision; Import-Module `$manifest
            Get-LVModel -EndpointUrl $($server.Url) -Credential ([Amazon.Runtime.AnonymousAWSCredentials]::new())
            [AppDomain]::CurrentDomain.GetAssemblies().GetName() | Where-Object Name -EQ AWSSDK.Core | ForEach-Object { `$_.Version.Major }
            [Amazon.Runtime.SessionAWSCredentials].Assembly.GetName().Version.Major"
        $told | Should -Be '3', '4', '3'
        $signed = $server.Requests.ToArray() | ForEach-Object { "$($_.Headers['Authorization'] -replace '.*Credential=([^/]+)/.*', '$1') $($_.Headers['X-Amz-Security-Token'])" }
        $signed | Should -Be 'OTHER t', 'OTHER t', ' '
    }
}

Describe 'Importing' {
    It 'loads no engine, and takes less than 150 ms of the processor' {
        $told = Invoke-Fresh "
            # The shell's own first import costs more than ours.
            Import-Module Microsoft.PowerShell.Utility, Microsoft.PowerShell.Management
            # Of the processor, not of the clock: the machine may be busy.
            `$before = (Get-Process -Id `$PID).CPU
            Import-Module `$manifest
            1000 * ((Get-Process -Id `$PID).CPU - `$before)
            @([AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -eq 'LookoutVision.Engine').Count"
        [double]$told[0] | Should -BeLessThan 150
        $told[1] | Should -Be 0
    }

    It 'works again after -Force and after Remove-Module, and leaves no command behind' {
        $told = Invoke-Fresh "
            Import-Module `$manifest; `$null = Invoke-LVDetectAnomaly `$part
            Import-Module `$manifest -Force; (Invoke-LVDetectAnomaly `$part).IsAnomalous
            Remove-Module LookoutVision; @(Get-Command *-LV* -ErrorAction Ignore).Count
            Import-Module `$manifest; (Invoke-LVDetectAnomaly `$part).IsAnomalous"
        $told | Should -Be 'False', '0', 'False'
    }
}
