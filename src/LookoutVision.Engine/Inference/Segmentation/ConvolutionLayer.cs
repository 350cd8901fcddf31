using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Inference.Segmentation;

/// <summary>A 3x3 convolution with bias, zeros beyond the border, and a rectifier where it is not the last layer.</summary>
/// <param name="Inputs">Channels in.</param>
/// <param name="Outputs">Channels out, a multiple of 8.</param>
/// <param name="Rectified">Whether negative outputs become nought.</param>
internal sealed record ConvolutionLayer(int Inputs, int Outputs, bool Rectified)
{
    public const int Window = 3;

    public int Taps => Window * Window * Inputs;

    /// <summary>Tap by tap, <see cref="Outputs"/> weights each; then the biases.</summary>
    public float[] Parameters { get; init; } = new float[((Window * Window * Inputs) + 1) * Outputs];

    public unsafe void Forward(Activation input, Activation output)
    {
        fixed (float* from = input.Data, parameters = Parameters, to = output.Data)
        {
            for (var y = 0; y < input.Height; y++)
            {
                ConvolutionKernel.Row(
                    from + (y * input.Stride), Inputs, input.Stride, Window, Window * Inputs,
                    parameters, parameters + (Taps * Outputs), Outputs, to + output.Offset(y), input.Width);
                if (Rectified)
                {
                    var row = output.Row(y);
                    System.Numerics.Tensors.TensorPrimitives.Max(row, 0, row);
                }
            }
        }
    }
}
