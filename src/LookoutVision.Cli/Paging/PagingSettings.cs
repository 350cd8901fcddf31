namespace LookoutVision.Cli.Paging;

/// <summary>How a list is read.</summary>
/// <param name="StartingToken">Where an earlier answer ended; null: from the start.</param>
/// <param name="PageSize">How many items are asked for at once; null: the service's choice.</param>
/// <param name="MaxItems">How many items are wanted at most; null: all.</param>
internal sealed record PagingSettings(string? StartingToken, int? PageSize, int? MaxItems);
