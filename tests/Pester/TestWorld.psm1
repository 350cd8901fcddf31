# The folders, files and models that the examples of help and README speak of.

Import-Module $PSScriptRoot/TestParts.psm1

# Draws the files once; each example then gets a copy.
function New-TestWorld {
    param([string] $Path)

    foreach ($i in 1..3) {
        foreach ($name in "part-$i.jpg", "part-$i.png", "line-1/000$i.jpg", "new/bolt-1$($i + 5).jpg", "rejects/old-$i.png") {
            New-TestPart "$Path/$name" $i -Defect:($i -eq 1)
        }
    }

    # Without defects training takes a second, and other tests tell how well it learns. Only README goes on to masks.
    New-TestDataset $Path/lookoutvision-demo/training
    foreach ($set in 'bolts', 'cookies') {
        foreach ($i in 1..10) { New-TestPart "$Path/$set/normal/n-$i.png" $i }
    }

    foreach ($set in 'bolts-held-out', 'lookoutvision-demo/test') {
        foreach ($i in 1..2) {
            New-TestPart "$Path/$set/normal/n-$i.png" (20 + $i)
            New-TestPart "$Path/$set/anomaly/a-$i.png" (30 + $i) -Defect -MaskPath "$Path/$set/masks/a-$i.png"
        }
    }

    $line = '{{"source-ref":"s3://bucket/{0}","anomaly-label":0,"anomaly-label-metadata":{{"class-name":"normal","type":"groundtruth/image-classification"}}}}'
    1..10 | ForEach-Object { $line -f "normal/n-$_.png" } | Set-Content $Path/cookies/template.manifest
    $null = New-Item -ItemType Directory $Path/buckets
    Copy-Item $Path/bolts $Path/buckets/parts -Recurse
    1..10 | ForEach-Object { $line -f "normal/n-$_.png" } | ForEach-Object Replace 's3://bucket' 's3://parts' |
        Set-Content $Path/buckets/parts/bolts.manifest, $Path/buckets/parts/cookies.manifest
    1..2 | ForEach-Object { $line -f "bolts-held-out/normal/n-$_.png" } | Set-Content $Path/test.manifest
}

# A store with projects of the examples' names, all with the trained model of the drawn parts. Those named are hosted.
function Initialize-TestWorld {
    param([string] $Path, [string[]] $Hosted)

    Initialize-TestStore $Path
    $projects = "$Path/store/projects"
    foreach ($name in 'bolts', 'cookies', 'test-1') {
        Copy-Item $projects/parts $projects/$name -Recurse
        foreach ($version in 1..3) {
            Copy-Item $projects/parts/models/1 $projects/$name/models/$version -Recurse -ErrorAction Ignore
            $file = "$projects/$name/models/$version/model.json"
            (Get-Content $file) -replace '"parts"', "`"$name`"" -replace '"ModelVersion": 1', "`"ModelVersion`": $version" -replace 'HOSTED', 'TRAINED' | Set-Content $file
        }

        (Get-Content $projects/$name/project.json) -replace '"parts"', "`"$name`"" | Set-Content $projects/$name/project.json
    }

    New-LVProject washers | Out-Null
    foreach ($model in $Hosted) {
        $project, $version = $model -split '/'
        Start-LVModel $project $version
    }

    Start-LVModel parts
}

Export-ModuleMember -Function New-TestWorld, Initialize-TestWorld
