namespace AiFixer.Playground.Lark.Room;

/// <summary>Makes ids that look like the platform's.</summary>
internal sealed class RoomIds(int seed)
{
    private readonly Random random = new(seed);

    public string Next(string prefix)
    {
        var bytes = new byte[16];
        lock (random)
            random.NextBytes(bytes);
        return prefix + Convert.ToHexStringLower(bytes);
    }
}
