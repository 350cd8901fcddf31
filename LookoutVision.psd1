@{
    RootModule           = 'bin/LookoutVision.PowerShell.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = 'ab4e684d-52b0-4729-9f9e-54d461f769ce'
    Author               = 'LookoutVision contributors'
    CompanyName          = 'LookoutVision contributors'
    Copyright            = '(c) LookoutVision contributors. Apache-2.0.'
    Description          = 'Find defects in photographs of parts: train on your own images and detect on your own machine, with the names and semantics of Amazon Lookout for Vision.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    # Loaded before the type data, which names their types.
    RequiredAssemblies   = @('bin/LookoutVision.dll', 'bin/LookoutVision.PowerShell.dll')
    FormatsToProcess     = @('LookoutVision.Results.Format.ps1xml', 'LookoutVision.Format.ps1xml')
    TypesToProcess       = @('LookoutVision.Types.ps1xml')
    FunctionsToExport    = @()
    CmdletsToExport      = @(
        'Export-LVAnomalyMask'
        'Export-LVReport'
        'Get-LVBatchDetection'
        'Get-LVModel'
        'Get-LVProject'
        'Invoke-LVDetectAnomaly'
        'Measure-LVModel'
        'New-LVModel'
        'New-LVProject'
        'Receive-LVBatchDetection'
        'Remove-LVModel'
        'Remove-LVProject'
        'Start-LVBatchDetection'
        'Start-LVModel'
        'Stop-LVBatchDetection'
        'Stop-LVModel'
        'Test-LVDataset'
        'Test-LVImage'
        'Wait-LVModel'
    )
    VariablesToExport    = @()
    AliasesToExport      = @('Find-LVAnomaly')
    PrivateData          = @{
        PSData = @{
            LicenseUri               = 'https://www.apache.org/licenses/LICENSE-2.0'
            RequireLicenseAcceptance = $false
            ReleaseNotes             = 'The first release: train, host, detect, mask and measure on your own machine.'
            Tags                     = @('AnomalyDetection', 'ComputerVision', 'DefectDetection', 'Inspection', 'LookoutVision', 'MachineLearning',
                'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
        }
    }
}
