namespace LookoutVision.Engine;

/// <summary>What a model was trained on, for people who find its file.</summary>
/// <param name="Seed">The seed of every random choice.</param>
/// <param name="NormalImages">Normal images learned from.</param>
/// <param name="AnomalousImages">Anomalous images learned from.</param>
/// <param name="MaskedImages">Of those, the ones with a mask.</param>
public sealed record ModelOrigin(int Seed, int NormalImages, int AnomalousImages, int MaskedImages);
