BeforeDiscovery {
    $cookies = "$PSScriptRoot/../../../shared/data/cookies"
    $missing = -not (Test-Path $cookies)
    if ($missing) { Write-Warning "The sample images are not here: $cookies" }
}

Describe 'Photographs of cookies' -Skip:$missing {
    BeforeAll {
        $cookies = Convert-Path "$PSScriptRoot/../../../shared/data/cookies"
        Import-Module $PSScriptRoot/TestParts.psm1
        $ProgressPreference = 'SilentlyContinue'
        $env:LOOKOUTVISION_HOME = "$TestDrive/store"

        # Every other image is trained on, without its mask; the others are judged.
        $lines = @((Get-Content $cookies/template.manifest) -replace ', "anomaly-mask-ref.*', '}' | Sort-Object { ($_ | ConvertFrom-Json).'source-ref' })
        $known, $new = foreach ($rest in 0, 1) { , @(0..($lines.Count - 1) | Where-Object { $_ % 2 -eq $rest } | ForEach-Object { $lines[$_] }) }
        $known -replace '("[\w-]*ref": ")', "`$1$cookies/" | Set-Content $TestDrive/train.manifest
        $photographs = $new | ForEach-Object { Get-Item "$cookies/$(($_ | ConvertFrom-Json).'source-ref')" }
    }

    It 'are told apart by a model of half of them' {
        New-LVModel -ProjectName cookies -Manifest $TestDrive/train.manifest -WarningAction SilentlyContinue | Start-LVModel

        $photographs | Invoke-LVDetectAnomaly | Where-Object IsAnomalous | Export-Csv $TestDrive/r.csv

        $found = (Import-Csv $TestDrive/r.csv).Path
        $wrong = $photographs.FullName | Where-Object { ($_ -like '*anomaly-*') -ne ($_ -in $found) }
        $wrong.Count | Should -BeLessOrEqual ([Math]::Floor($photographs.Count / 10)) -Because "$wrong"
    }
}
