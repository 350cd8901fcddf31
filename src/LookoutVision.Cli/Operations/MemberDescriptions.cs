namespace LookoutVision.Cli.Operations;

/// <summary>What the members of operations' inputs are, for the help.</summary>
internal static class MemberDescriptions
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["AfterCreationDate"] = "Only entries made after this time, in ISO 8601 or Unix seconds.",
        ["AnomalyClass"] = "Only entries of this class: normal or anomaly.",
        ["BeforeCreationDate"] = "Only entries made before this time, in ISO 8601 or Unix seconds.",
        ["Changes"] = "The entries to add or replace, one JSON line an image: fileb://FILE.",
        ["ClientToken"] = "A token of yours that makes a repeated request one.",
        ["Configuration"] = "What the package holds and where it goes, as JSON or in shorthand.",
        ["ContentType"] = "image/jpeg or image/png; which of the two it is the file's content tells.",
        ["DatasetSource"] = "The manifest: GroundTruthManifest={S3Object={Bucket=NAME,Key=KEY}}.",
        ["DatasetType"] = "train or test.",
        ["Description"] = "Free text about it.",
        ["JobName"] = "The name of the packaging job.",
        ["KmsKeyId"] = "The key that the service encrypts with.",
        ["Labeled"] = "Only entries that have labels.",
        ["MaxInferenceUnits"] = "How far the capacity may grow; absent: it does not.",
        ["MaxResults"] = "How many items a page has at most; turns automatic paging off.",
        ["MinInferenceUnits"] = "How much capacity the model has, 1 or more.",
        ["ModelVersion"] = "The model's version, or 'latest'.",
        ["NextToken"] = "Where an earlier page ended; turns automatic paging off.",
        ["OutputConfig"] = "Where the training's figures go: S3Location={Bucket=NAME,Prefix=PREFIX}.",
        ["ProjectName"] = "The project.",
        ["ResourceArn"] = "The ARN of a model.",
        ["SourceRefContains"] = "Only entries whose image's address contains this.",
        ["TagKeys"] = "The keys of the tags to remove.",
        ["Tags"] = "Tags: Key=KEY,Value=VALUE ...",
    };

    public static string Of(string member) => Texts.GetValueOrDefault(member, "");
}
