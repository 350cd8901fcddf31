namespace LookoutVision.Remote.Tests.Support;

/// <summary>Tests that set variables run one after the other.</summary>
[CollectionDefinition(nameof(AwsEnvironment))]
public sealed class AwsEnvironmentCollection : ICollectionFixture<MotoFixture>;
