namespace LookoutVision.Fuzz;

/// <summary>Makes bad inputs of good ones; the same number makes the same input.</summary>
internal sealed class Mutator(IFuzzTarget target, int seed)
{
    private const int LongestBlock = 64;

    private static readonly byte[] Telling = [0, 1, 0x7F, 0x80, 0xFE, 0xFF, (byte)'"', (byte)'{', (byte)'[', (byte)'-', (byte)'9', (byte)'\n'];

    public byte[] Make(long number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + (int)(number ^ (number >> 31))));
        var input = Pick(random);
        do
        {
            input = Change(input, random);
        }
        while (random.Next(2) == 0);

        if (random.Next(8) > 0)
        {
            target.Mend(input);
        }

        return input;
    }

    private byte[] Pick(Random random) => (byte[])target.Seeds[random.Next(target.Seeds.Count)].Clone();

    private byte[] Change(byte[] input, Random random)
    {
        if (input.Length == 0)
        {
            return [.. Pick(random)];
        }

        var at = random.Next(input.Length);
        var length = Math.Min(random.Next(1, LongestBlock), input.Length - at);
        switch (random.Next(16))
        {
            case < 4:
                input[at] ^= (byte)(1 << random.Next(8));
                return input;
            case < 6:
                input[at] = (byte)random.Next(256);
                return input;
            case < 8:
                input[at] = Telling[random.Next(Telling.Length)];
                return input;
            case < 11:
                input[at] += (byte)random.Next(-3, 4);
                return input;
            case 11:
                random.NextBytes(input.AsSpan(at, length));
                return input;
            case 12:
                return input[..at];
            case 13:
                return [.. input[..at], .. input[(at + length)..]];
            case 14:
                return [.. input[..(at + length)], .. input[at..]];
            default:
                var other = Pick(random);
                return [.. input[..at], .. other[random.Next(other.Length)..]];
        }
    }
}
