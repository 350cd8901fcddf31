namespace LookoutVision.Engine.Tests.Support;

/// <summary>The tests that share a <see cref="TrainedModel"/>.</summary>
[CollectionDefinition(nameof(TrainedModel))]
public sealed class TrainedModelCollection : ICollectionFixture<TrainedModel>;
