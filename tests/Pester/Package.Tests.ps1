BeforeAll {
    Import-Module $PSScriptRoot/TestParts.psm1
    $root = Convert-Path $PSScriptRoot/../..
    $project = 'https://forge.example/parts/inspection'
}

Describe 'The address of the project' {
    BeforeAll {
        $variables = @{}
        foreach ($name in 'GITHUB_SERVER_URL', 'GITHUB_REPOSITORY') {
            $variables[$name] = [Environment]::GetEnvironmentVariable($name)
            [Environment]::SetEnvironmentVariable($name, $null)
        }

        git init --quiet $TestDrive/clone
        git -C $TestDrive/clone remote add origin https://forge.example/unset
        function Get-Address { & $root/packaging/Get-ProjectAddress.ps1 -Root $TestDrive/clone @args }
    }

    AfterAll { foreach ($name in $variables.Keys) { [Environment]::SetEnvironmentVariable($name, $variables[$name]) } }

    It 'is <address> for the remote <remote>' -ForEach @(
        @{ remote = 'https://forge.example/parts/inspection'; address = 'https://forge.example/parts/inspection' }
        @{ remote = 'git@forge.example:parts/inspection.git'; address = 'https://forge.example/parts/inspection' }
        @{ remote = 'ssh://git@forge.example/parts/inspection.git'; address = 'https://forge.example/parts/inspection' }
        @{ remote = 'https://robot:s3cret@forge.example/group/parts/inspection.git'; address = 'https://forge.example/group/parts/inspection' }
        @{ remote = 'https://s3cret@forge.example/parts/inspection?private_token=s3cret'; address = 'https://forge.example/parts/inspection' }
        @{ remote = 'http://robot:s3cret@127.0.0.1:3000/git/parts/inspection'; address = '' }
        @{ remote = 'https://localhost/parts/inspection'; address = '' }
        @{ remote = 'ssh://git@forge.example:2222/parts/inspection.git'; address = '' }
        @{ remote = '/srv/git/parts/inspection.git'; address = '' }
        @{ remote = 'file:///srv/git/parts/inspection.git'; address = '' }
    ) {
        git -C $TestDrive/clone remote set-url origin $remote
        "$((Get-Address).Uri)" | Should -Be $address
    }

    It 'is on GitHub that of the repository that is built' {
        $env:GITHUB_SERVER_URL = 'https://github.example'
        $env:GITHUB_REPOSITORY = 'parts/inspection'
        try { (Get-Address).Uri | Should -Be 'https://github.example/parts/inspection' }
        finally { $env:GITHUB_SERVER_URL = $env:GITHUB_REPOSITORY = $null }
    }

    It 'is refused as <_>' -ForEach 'https://robot:s3cret@forge.example/x', 'https://forge.example/x?token=s3cret', 'ftp://forge.example/x', 'forge.example/x' {
        $refused = { Get-Address -ProjectUri $_ } | Should -Throw -PassThru
        $refused.Exception.Message | Should -BeLike '*https://HOST/PATH*'
        $refused.Exception.Message | Should -Not -BeLike '*s3cret*'
    }

    It 'has the tag that is built, else the commit' {
        git -C $TestDrive/clone -c user.name=x -c user.email=x@x commit --quiet --allow-empty -m x
        (Get-Address).Reference | Should -Be (git -C $TestDrive/clone rev-parse HEAD)
        git -C $TestDrive/clone tag v9.9
        (Get-Address).Reference | Should -Be 'v9.9'
    }
}

Describe 'A package of a project that is on the web' {
    BeforeAll {
        $package = & $root/packaging/New-Package.ps1 -Output $TestDrive/out -ProjectUri $project
        $installed = & $root/packaging/Install-Package.ps1 -Repository $TestDrive/out/repository -Destination (New-Item -ItemType Directory $TestDrive/modules).FullName
        $reference = (& $root/packaging/Get-ProjectAddress.ps1).Reference
        $pages = "$project/blob/$reference/docs"
    }

    It 'says so in the manifest and to the Gallery' {
        $module = Test-ModuleManifest $installed -ErrorAction Stop
        $module.ProjectUri | Should -Be $project
        $module.IconUri | Should -Be "$project/raw/$reference/packaging/icon.png"
        $module.LicenseUri | Should -Not -BeNullOrEmpty
        $archive = [IO.Compression.ZipFile]::OpenRead($package)
        try { $nuspec = [xml][IO.StreamReader]::new($archive.GetEntry('LookoutVision.nuspec').Open()).ReadToEnd() }
        finally { $archive.Dispose() }
        $nuspec.package.metadata.projectUrl | Should -Be $project
        $nuspec.package.metadata.iconUrl | Should -Be $module.IconUri
    }

    It 'opens the page of a cmdlet with Get-Help -Online' -Skip:(-not $IsLinux) {
        $bin = (New-Item -ItemType Directory $TestDrive/bin).FullName
        mkfifo $TestDrive/opened
        Set-Content $bin/xdg-open "#!/bin/sh`nexec > /dev/null 2>&1`necho `"`$1`" > '$TestDrive/opened'"
        chmod +x $bin/xdg-open
        $path = $env:PATH
        $env:PATH = "${bin}:$path"
        try { pwsh -NoProfile -Command "Import-Module '$installed'; Get-Help Invoke-LVDetectAnomaly -Online" *> $null }
        finally { $env:PATH = $path }
        timeout 20 cat $TestDrive/opened | Should -Be "$pages/Invoke-LVDetectAnomaly.md"
    }

    It 'has a page for each cmdlet, where its help says' {
        $links = pwsh -NoProfile -Command "Import-Module '$installed'; (Get-Command -Module LookoutVision -CommandType Cmdlet | Get-Help).relatedLinks.navigationLink.uri"
        $links.Count | Should -Be (Get-Command -Module LookoutVision -CommandType Cmdlet).Count
        foreach ($link in $links) {
            $link | Should -BeLike "$pages/*"
            "$root/docs/$(Split-Path $link -Leaf)" | Should -Exist
        }
    }

    It 'leaves no address in the repository' {
        Select-String $project -Path $root/LookoutVision.psd1, $root/en-US/* | Should -BeNullOrEmpty
    }
}

Describe 'A package in a folder' {
    # On Windows the module would go to the documents of whoever runs the tests.
    It 'is installed, updated and taken away by PSResourceGet' -Skip:($IsWindows -or -not (Get-Command Install-PSResource -ErrorAction Ignore)) {
        $folder = (& $root/packaging/New-Package.ps1 -Output $TestDrive/plain).DirectoryName
        $script = @"
            `$ErrorActionPreference = 'Stop'
            Register-PSResourceRepository parts -Uri '$folder' -Trusted
            Install-PSResource LookoutVision -Repository parts
            New-LVProject bolts | Out-Null
            (Get-LVProject).ProjectName
            (Get-Module LookoutVision).ModuleBase
            Remove-Module LookoutVision
            Update-PSResource LookoutVision -Repository parts
            Uninstall-PSResource LookoutVision
            @(Get-Module LookoutVision -ListAvailable).Count
"@
        $variables = @{}
        foreach ($name in 'HOME', 'XDG_DATA_HOME', 'LOOKOUTVISION_HOME') { $variables[$name] = [Environment]::GetEnvironmentVariable($name) }
        $env:HOME = (New-Item -ItemType Directory $TestDrive/home).FullName
        $env:XDG_DATA_HOME = $null
        $env:LOOKOUTVISION_HOME = "$TestDrive/home/store"
        try { $said = pwsh -NoProfile -NonInteractive -Command $script }
        finally { foreach ($name in $variables.Keys) { [Environment]::SetEnvironmentVariable($name, $variables[$name]) } }
        $version = (Import-PowerShellDataFile $root/LookoutVision.psd1).ModuleVersion
        $said | Should -Be 'bolts', "$TestDrive/home/.local/share/powershell/Modules/LookoutVision/$version", '0'
    }
}

Describe 'The pages in a package' {
    It 'are there, with all that they lead to' {
        $folder = Split-Path (Get-TestManifest)
        foreach ($page in Get-ChildItem $folder/docs/*.md) {
            foreach ($link in [regex]::Matches((Get-Content -Raw $page), '\]\((?!\w+:)([^)#]+)').ForEach{ $_.Groups[1].Value }) {
                Join-Path $folder/docs $link | Should -Exist -Because $page.Name
            }
        }
    }
}
