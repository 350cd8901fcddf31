# The module under test, drawn parts to train on and to judge, and a store with a hosted model of them.

# LOOKOUTVISION_MODULE names the manifest of a packed or installed module; absent, the one of this folder is tested.
$script:manifest = $env:LOOKOUTVISION_MODULE ? $env:LOOKOUTVISION_MODULE : "$PSScriptRoot/../../LookoutVision.psd1"
Import-Module $script:manifest -Global

# The engine's own encoder, wherever the module has loaded it from.
$script:imaging = [LookoutVision.Evaluation.ModelMeasurement].GetProperty('Labels').PropertyType.GenericTypeArguments[0].Assembly
$script:encoder = $script:imaging.GetType('LookoutVision.Engine.Imaging.PngEncoder')
$script:raster = $script:imaging.GetType('LookoutVision.Engine.Imaging.RasterImage')

# The smallest there may be.
$size = 64
$script:trained = $null

# A light square on grey; a defective one has a dark blot on it.
function New-TestPart {
    param([string] $Path, [int] $Seed, [switch] $Defect, [string] $MaskPath)

    $random = [Random]::new($Seed)
    $pixels = [byte[]]::new(3 * $size * $size)
    [Array]::Fill($pixels, [byte](90 + $random.Next(6)))
    $left = 13 + $random.Next(3)
    $top = 13 + $random.Next(3)
    Add-Square $pixels $left $top 35 ([byte](200 + $random.Next(6)))
    $mask = [byte[]]::new($pixels.Length)
    [Array]::Fill($mask, [byte]255)
    if ($Defect) {
        $blot = @(($left + 6 + $random.Next(12)), ($top + 6 + $random.Next(12)), 10)
        Add-Square $pixels @blot 30
        Add-Square $mask @blot 120
    }

    Save-Png $Path $pixels
    if ($MaskPath) { Save-Png $MaskPath $mask }
}

function Add-Square([byte[]] $Pixels, [int] $Left, [int] $Top, [int] $Side, [byte] $Value) {
    foreach ($row in $Top..($Top + $Side - 1)) {
        [Array]::Fill($Pixels, $Value, 3 * ($row * $size + $Left), 3 * $Side)
    }
}

function Save-Png([string] $Path, [byte[]] $Pixels) {
    $null = New-Item -ItemType Directory -Path (Split-Path $Path) -Force
    New-TestImage $Path $size $size $Pixels
}

# An image of any size; black where no pixels are given.
function New-TestImage {
    param([string] $Path, [int] $Width, [int] $Height, [byte[]] $Pixels = [byte[]]::new(3 * $Width * $Height))

    $image = $script:raster::new($Width, $Height, $Pixels, $null)
    [IO.File]::WriteAllBytes($Path, $script:encoder::Encode($image))
}

# A folder with normal, anomaly and masks.
function New-TestDataset {
    param([string] $Path, [int] $Seed = 1)

    foreach ($i in 1..14) { New-TestPart "$Path/normal/normal-$i.png" ($Seed * 1000 + $i) }
    foreach ($i in 1..8) {
        New-TestPart "$Path/anomaly/bad-$i.png" ($Seed * 1000 + 100 + $i) -Defect -MaskPath "$Path/masks/bad-$i.png"
    }
}

# Points LOOKOUTVISION_HOME at a fresh store below Path with the hosted model parts/1, which is trained once for an engine's sources.
function Initialize-TestStore {
    param([string] $Path)

    if (-not $script:trained) {
        $engine = (Get-ChildItem $PSScriptRoot/../../src/LookoutVision.Engine -Recurse -Filter *.cs | Where-Object FullName -NotMatch '[\\/]obj[\\/]' | Get-FileHash).Hash -join ''
        $key = [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData([Text.Encoding]::ASCII.GetBytes($engine)), 0, 6)
        $script:trained = "$PSScriptRoot/../../artifacts/pester/$key"
        if (-not (Test-Path $script:trained)) {
            $unfinished = "$script:trained-$PID"
            New-TestDataset $unfinished/dataset
            $null = New-LVModel parts -Path $unfinished/dataset -EndpointUrl local:$unfinished/store -WarningAction SilentlyContinue
            Move-Item $unfinished $script:trained
        }
    }

    Copy-Item $script:trained/store $Path/store -Recurse
    $env:LOOKOUTVISION_HOME = "$Path/store"
    Start-LVModel parts
}

# A result as a model with masks gives it, for an image that New-TestPart has drawn.
function New-TestResult {
    param([string] $Path)

    $mask = [byte[]]::new(3 * $size * $size)
    [Array]::Fill($mask, [byte]255)
    Add-Square $mask 20 20 9 120
    $file = [IO.Path]::GetTempFileName()
    Save-Png $file $mask
    $anomalies = @(
        [LookoutVision.Anomaly]::new('background', [LookoutVision.PixelAnomaly]::new(0.979, '#FFFFFF'))
        [LookoutVision.Anomaly]::new('blot', [LookoutVision.PixelAnomaly]::new(0.021, '#787878'))
    )
    [LookoutVision.DetectAnomalyResult]@{
        Path = $Path; IsAnomalous = $true; Confidence = 0.987; ProjectName = 'parts'; ModelVersion = '1'
        Width = $size; Height = $size; ContentType = 'image/png'; Duration = [TimeSpan]::FromMilliseconds(12)
        Anomalies = [LookoutVision.Anomaly[]]$anomalies; AnomalyMask = [IO.File]::ReadAllBytes($file)
    }
    Remove-Item $file
}

function Get-TestDataset { "$script:trained/dataset" }

function Get-TestManifest { Convert-Path $script:manifest }

Export-ModuleMember -Function Get-Test*, Initialize-TestStore, New-Test*
