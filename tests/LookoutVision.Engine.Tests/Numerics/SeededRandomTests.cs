using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Tests.Numerics;

public class SeededRandomTests
{
    // xoshiro256** after SplitMix64 of 0, as other implementations give it.
    private static readonly ulong[] FromSeedNought =
    [
        11091344671253066420, 13793997310169335082, 1900383378846508768, 7684712102626143532,
        13521403990117723737, 18442103541295991498, 7788427924976520344, 9881088229871127103,
    ];

    [Fact]
    public void The_numbers_are_those_published_for_the_generator()
    {
        var random = new SeededRandom(0, 0);
        Assert.All(FromSeedNought, bits => Assert.Equal((int)(bits >> 34), random.Next(1 << 30)));
    }

    [Fact]
    public void Fractions_are_the_upper_bits_of_the_published_numbers()
    {
        var random = new SeededRandom(0, 0);
        Assert.All(FromSeedNought, bits => Assert.Equal((bits >> 40) / 16777216.0, random.NextSingle()));
    }

    [Fact]
    public void Seeds_and_streams_give_numbers_of_their_own()
    {
        int[] Draw(int seed, int stream)
        {
            var random = new SeededRandom(seed, stream);
            return Enumerable.Range(0, 8).Select(_ => random.Next(1_000_000)).ToArray();
        }

        Assert.Equal(Draw(7, 1), Draw(7, 1));
        Assert.NotEqual(Draw(7, 1), Draw(7, 2));
        Assert.NotEqual(Draw(7, 1), Draw(8, 1));
        Assert.NotEqual(Draw(1, 2), Draw(2, 1));
        Assert.NotEqual(Draw(-1, 1), Draw(1, -1));
    }

    [Fact]
    public void Whole_numbers_are_spread_evenly()
    {
        var random = new SeededRandom(3, 1);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
        {
            counts[random.Next(counts.Length)]++;
        }

        // Five standard deviations of a binomial of 1/7.
        Assert.All(counts, c => Assert.InRange(c, 10_000 - 463, 10_000 + 463));
    }

    [Fact]
    public void Normal_numbers_have_mean_nought_and_deviation_one()
    {
        var random = new SeededRandom(4, 1);
        var values = Enumerable.Range(0, 40_000).Select(_ => (double)random.NextNormal()).ToArray();
        Assert.Equal(0, values.Average(), 0.025);
        Assert.Equal(1, values.Average(v => v * v), 0.04);
        Assert.Equal(0.6827, values.Average(v => Math.Abs(v) < 1 ? 1.0 : 0), 0.012);
    }

    [Fact]
    public void Shuffling_keeps_every_value_and_reaches_every_order()
    {
        var random = new SeededRandom(5, 1);
        var orders = new HashSet<string>();
        for (var i = 0; i < 300; i++)
        {
            int[] values = [1, 2, 3, 4];
            random.Shuffle(values);
            orders.Add(string.Concat(values));
            Assert.Equal([1, 2, 3, 4], values.Order());
        }

        Assert.Equal(24, orders.Count);
    }
}
