namespace LookoutVision.Cli.Tests.Demo;

/// <summary>The tests that share one demo; they run one after another.</summary>
[CollectionDefinition(nameof(DemoCollection))]
public sealed class DemoCollection : ICollectionFixture<DemoFixture>;
