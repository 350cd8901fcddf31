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
    FunctionsToExport    = @()
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
}
