BeforeDiscovery {
    Import-Module $PSScriptRoot/TestParts.psm1
    $cmdlets = (Get-Command -Module LookoutVision -CommandType Cmdlet).Name
}

BeforeAll {
    Import-Module $PSScriptRoot/TestParts.psm1
    $manifest = Get-TestManifest
    $ProgressPreference = 'SilentlyContinue'
}

Describe 'The module' {
    It 'exports what its manifest says' {
        $data = Import-PowerShellDataFile $manifest
        $null = Test-ModuleManifest $manifest -ErrorAction Stop
        (Get-Command -Module LookoutVision -CommandType Cmdlet).Name | Sort-Object | Should -Be ($data.CmdletsToExport | Sort-Object)
        (Get-Command Find-LVAnomaly).Definition | Should -Be 'Invoke-LVDetectAnomaly'
    }

    It 'has what the Gallery asks for' {
        $module = Test-ModuleManifest $manifest -ErrorAction Stop
        foreach ($field in 'Author', 'Description', 'Copyright', 'LicenseUri', 'ReleaseNotes') { $module.$field | Should -Not -BeNullOrEmpty -Because $field }
        $module.Tags.Count | Should -BeGreaterThan 5
        $module.Tags -match '\s' | Should -BeNullOrEmpty
        $module.CompatiblePSEditions | Should -Be 'Core'
        [version]$module.PowerShellVersion | Should -BeGreaterOrEqual ([version]'7.4')
    }

    It 'has only its own assemblies, and none of the shell' {
        (Get-ChildItem (Join-Path (Split-Path $manifest) bin) -Recurse -Filter *.dll).Name | Should -Not -Contain 'System.Management.Automation.dll'
    }

    It 'has a bill of materials that is true' {
        $folder = Split-Path $manifest
        $bill = Get-Content -Raw (Join-Path $folder LookoutVision.cdx.json) -ErrorAction Stop | ConvertFrom-Json
        foreach ($assembly in Get-ChildItem (Join-Path $folder bin) -Recurse -Filter *.dll) {
            $name = [IO.Path]::GetRelativePath($folder, $assembly).Replace('\', '/')
            $entry = $bill.components | Where-Object { $_.type -eq 'file' -and $_.name -eq $name }
            $entry.hashes[0].content | Should -Be (Get-FileHash $assembly).Hash -Because $name
            if ($assembly.Name -notlike 'LookoutVision*') {
                ($bill.components | Where-Object { $_.type -eq 'library' }).name | Should -Contain $assembly.BaseName
            }
        }
    }

    It 'only uses approved verbs' {
        (Get-Command -Module LookoutVision -CommandType Cmdlet).Verb | Where-Object { $_ -notin (Get-Verb).Verb } | Should -BeNullOrEmpty
    }
}

Describe 'Help of <_>' -ForEach $cmdlets {
    BeforeAll { $help = Get-Help $_ -Full }

    It 'has a synopsis, three examples, and a text for every parameter' {
        $help.Synopsis | Should -Not -BeLike "$_*"
        $help.examples.example.Count | Should -BeGreaterOrEqual 3
        foreach ($parameter in $help.parameters.parameter) { $parameter.description.Text | Should -Not -BeNullOrEmpty -Because $parameter.name }
    }

    It 'leads to no address where none is known, and -Online says so as the shell does' -Skip:([bool](Get-Module LookoutVision).ProjectUri) {
        $help.relatedLinks.navigationLink.uri | Where-Object { $_ } | Should -BeNullOrEmpty
        { Get-Help $_ -Online -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidOperation,Microsoft.PowerShell.Commands.GetHelpCommand'
    }

    It 'has examples that parse and name parameters there are' {
        foreach ($example in $help.examples.example) {
            $errors = $null
            $ast = [Management.Automation.Language.Parser]::ParseInput($example.code, [ref]$null, [ref]$errors)
            $errors | Should -BeNullOrEmpty
            foreach ($command in $ast.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true)) {
                $known = (Get-Command $command.GetCommandName() -ErrorAction Stop)
                if ($known -is [Management.Automation.AliasInfo]) { $known = $known.ResolvedCommand }
                foreach ($given in $command.CommandElements.Where({ $_ -is [Management.Automation.Language.CommandParameterAst] })) {
                    $known.ResolveParameter($given.ParameterName) | Should -Not -BeNullOrEmpty
                }
            }
        }
    }
}

Describe 'about_LookoutVision' {
    It 'is found' { Get-Help about_LookoutVision | Out-String | Should -BeLike '*New-LVModel bolts -Path ./bolts*' }
}

Describe 'What a user sees' {
    BeforeAll {
        Initialize-TestStore $TestDrive
        New-TestPart "$TestDrive/line/bad part.png" 71 -Defect
        New-TestPart "$TestDrive/line/good.png" 72
        $results = Invoke-LVDetectAnomaly $TestDrive/line
        $before = $PSStyle.OutputRendering
    }

    AfterAll { $PSStyle.OutputRendering = $before }

    It 'a table of names, verdicts, confidence, anomalies and time, grouped by folder' {
        $PSStyle.OutputRendering = 'PlainText'
        $shown = @(New-TestResult "$TestDrive/line/bad part.png") + $results[1]
        $lines = ($shown | Out-String -Width 120).Split("`n").Trim() -ne ''
        $lines[0] | Should -Be "Folder: $TestDrive/line"
        $lines[1] -split '\s+' | Should -Be 'Name', 'Verdict', 'Confidence', 'Anomalies', 'ms'
        $lines[3] | Should -Match '^bad part\.png\s+anomalous\s+98\.7%\s+blot 2\.1%\s+12$'
        $lines[4] | Should -Match '^good\.png\s+normal\s+\d+\.\d%\s+\d+$'
    }

    It 'the folder of images that lie elsewhere, and none of those that are no files' {
        $PSStyle.OutputRendering = 'PlainText'
        foreach ($place in @{ 's3://parts/in/a.jpg' = 's3://parts/in'; 'camera-7' = '-' }.GetEnumerator()) {
            (New-TestResult $place.Name | Out-String).Split("`n").Trim() | Should -Contain "Folder: $($place.Value)"
            (New-TestResult $place.Name | Test-LVImage | Out-String).Split("`n").Trim() | Should -Contain "Folder: $($place.Value)"
        }
    }

    It 'rows of CSV whose lists can be read' {
        (Get-LVProject parts | ConvertTo-Csv | ConvertFrom-Csv).Datasets | Should -Be 'Train: 22 images'
        $row = Get-LVModel parts 1 | ConvertTo-Csv | ConvertFrom-Csv
        $row.Labels | Should -Be ((Get-LVModel parts 1).Labels -join ';')
        $row.TrainingAdvice | Should -Not -BeLike '*LookoutVision*'
    }

    It 'a list with the model and the image, and a wide view by folder' {
        $PSStyle.OutputRendering = 'PlainText'
        $list = $results[0] | Format-List | Out-String
        $list | Should -Match "Verdict\s+: anomalous"
        $list | Should -Match 'Model\s+: parts/1'
        $list | Should -Match 'Image\s+: 64 x 64, image/png'
        $wide = ($results | Format-Wide -Column 2 | Out-String -Width 80).Split("`n").Trim() -ne ''
        $wide[0] | Should -Be "Folder: $TestDrive/line"
        $wide[1] | Should -Match '^bad part\.png anomalous\s+good\.png normal$'
    }

    It 'verdicts by rules in a table of their own' {
        $PSStyle.OutputRendering = 'PlainText'
        $lines = ($results | Test-LVImage | Out-String -Width 120).Split("`n").Trim() -ne ''
        $lines[1] -split '\s+' | Should -Be 'Name', 'Outcome', 'Reason'
        $lines[3] | Should -Match '^bad part\.png\s+rejected\s+anomalous with confidence \d'
        $lines[4] | Should -Match '^good\.png\s+passed$'
    }

    It 'colour in a terminal, and none with NO_COLOR' {
        $PSStyle.OutputRendering = 'Ansi'
        $results | Out-String | Should -Match "`e\[91manomalous"
        $path = $results[0].Path
        $plain = & { $env:NO_COLOR = '1'; pwsh -NoProfile -Command "Import-Module '$manifest'; Invoke-LVDetectAnomaly '$path'"; $env:NO_COLOR = $null }
        "$plain" | Should -Not -Match "`e"
        "$plain" | Should -BeLike '*anomalous*'
    }

    It 'models, projects and measurements have tables of their own' {
        $PSStyle.OutputRendering = 'PlainText'
        Get-LVModel | Out-String -Width 120 | Should -Match 'ProjectName\s+Version\s+Status'
        Get-LVProject | Out-String -Width 120 | Should -Match 'parts\s+22'
        Measure-LVModel -Path (Get-TestDataset) | Out-String -Width 120 | Should -Match 'parts/1\s+22'
    }

    It 'the figures of a model whose host tells no more than the service does' {
        $PSStyle.OutputRendering = 'PlainText'
        $model = [LookoutVision.ModelDescription]@{
            ProjectName = 'parts'; ModelVersion = '1'; Status = 'Trained'
            Performance = [LookoutVision.ModelPerformance]@{ F1Score = 0.875; Recall = 0.75; Precision = 0.5 }
        }
        $list = $model | Format-List | Out-String
        $list | Should -Match 'Precision\s+: 0\.500'
        $list | Should -Match 'Recall\s+: 0\.750'
        $list | Should -Match 'F1Score\s+: 0\.875'
    }

    It 'every type reads well in a string' {
        "$(Get-LVModel parts 1)" | Should -Be 'parts/1 (HOSTED)'
        "$(Get-LVProject parts)" | Should -Be 'parts'
        "$((Get-LVProject parts).Datasets)" | Should -Be 'Train: 22 images'
        "$(Measure-LVModel -Path (Get-TestDataset))" | Should -Match '^22 images, \d wrong$'
        "$($results[1] | Test-LVImage)" | Should -Be 'good.png: passed'
        "$((New-TestResult x.png).Anomalies[1])" | Should -Be 'blot 2.1%'
    }

    It 'completes project names, versions, labels, kinds and endpoints' {
        $line = 'Start-LVModel pa'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'parts'
        foreach ($command in 'Start-LVModel', 'Invoke-LVDetectAnomaly x.png') {
            $line = "$command -ProjectName parts -ModelVersion "
            (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be '1', 'latest'
        }
        $line = 'Remove-LVModel -ProjectName parts -ModelVersion '
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be '1'
        $line = "Invoke-LVDetectAnomaly x.png -ProjectName 'p"
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be "'parts'"
        $line = 'Test-LVImage -AnomalyName '
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be (Get-LVModel parts 1).Labels
        $line = 'Get-LVModel -EndpointUrl l'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'local', 'local:'
        $line = 'Export-LVAnomalyMask -Kind O'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'Overlay'
    }
}
