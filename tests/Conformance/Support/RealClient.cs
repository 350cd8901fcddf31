namespace LookoutVision.Conformance.Support;

/// <summary>The clients there are.</summary>
public enum RealClient
{
    /// <summary>The AWS command of Debian.</summary>
    AwsCommand,

    /// <summary>AWS's package for Python, of Debian.</summary>
    Boto3,

    /// <summary>AWS's package for JavaScript.</summary>
    JavaScript,
}
