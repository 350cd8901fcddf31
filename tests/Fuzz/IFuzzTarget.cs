namespace LookoutVision.Fuzz;

/// <summary>Something that takes bytes of strangers.</summary>
internal interface IFuzzTarget
{
    string Name { get; }

    /// <summary>Good inputs, from which the bad ones are made.</summary>
    IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Puts checksums right, so that what lies behind them is reached.</summary>
    void Mend(byte[] input);

    /// <summary>Takes the input. Errors that a caller is promised are answers; anything else is a finding.</summary>
    /// <returns>Whether the input was refused.</returns>
    bool Refuses(byte[] input);
}
