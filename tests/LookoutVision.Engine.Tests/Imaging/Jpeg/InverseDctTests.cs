using LookoutVision.Engine.Imaging.Jpeg;

namespace LookoutVision.Engine.Tests.Imaging.Jpeg;

public class InverseDctTests
{
    private static readonly int[] Quantization = [.. Enumerable.Range(1, 64)];

    [Fact]
    public void Samples_are_those_of_the_formula()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var block = RandomBlock(seed, nonZero: 1 + (seed % 64), range: 40);
            var samples = new byte[64];

            InverseDct.TransformPortably(block, Quantization, samples, 8);

            var expected = Formula(block);
            Assert.All(samples.Zip(expected), pair => Assert.InRange(pair.First - pair.Second, -1.0, 1.0));
        }
    }

    [Fact]
    public void The_processor_s_path_gives_the_same_samples_even_for_damaged_blocks()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var block = RandomBlock(seed, nonZero: 1 + (seed % 64), range: seed % 3 == 0 ? 32_768 : 200);
            var (portable, chosen) = (new byte[200], new byte[200]);

            InverseDct.TransformPortably(block, Quantization, portable, 24);
            InverseDct.Transform(block, Quantization, chosen, 24);

            Assert.Equal(portable, chosen);
        }
    }

    [Fact]
    public void A_lone_DC_gives_what_the_whole_transform_gives()
    {
        for (var dc = -1100; dc <= 1100; dc++)
        {
            var block = new short[64];
            block[0] = (short)dc;
            var (whole, alone) = (new byte[64], new byte[64]);

            InverseDct.TransformPortably(block, Quantization, whole, 8);
            InverseDct.TransformDc(block[0], Quantization, alone, 8);

            Assert.Equal(whole, alone);
        }
    }

    private static short[] RandomBlock(int seed, int nonZero, int range)
    {
        var random = new Random(seed);
        var block = new short[64];
        for (var i = 0; i < nonZero; i++)
        {
            block[random.Next(64)] = (short)random.Next(-range, range);
        }

        return block;
    }

    /// <summary>ITU-T T.81, A.3.3.</summary>
    private static IEnumerable<double> Formula(short[] block) =>
        from y in Enumerable.Range(0, 8)
        from x in Enumerable.Range(0, 8)
        let sum = (from v in Enumerable.Range(0, 8)
                   from u in Enumerable.Range(0, 8)
                   let scale = (u == 0 ? Math.Sqrt(0.5) : 1) * (v == 0 ? Math.Sqrt(0.5) : 1)
                   select scale * block[(8 * v) + u] * Quantization[(8 * v) + u]
                       * Math.Cos(((2 * x) + 1) * u * Math.PI / 16) * Math.Cos(((2 * y) + 1) * v * Math.PI / 16)).Sum() / 4
        select Math.Clamp(sum + 128, 0, 255);
}
