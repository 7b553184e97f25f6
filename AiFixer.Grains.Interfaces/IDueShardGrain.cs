namespace AiFixer.Grains;

/// <summary>Looks after a part of all incidents: wakes what is due. Its key is the number of the part.</summary>
[Alias("aifixer.due-shard")]
public interface IDueShardGrain : IGrainWithIntegerKey
{
    /// <summary>Every silo says this all the time; it does something only as often as it is worth it.</summary>
    [Alias("Beat")]
    Task BeatAsync();
}
