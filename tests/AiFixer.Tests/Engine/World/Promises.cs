namespace AiFixer.Tests.Engine.World;

/// <summary>Holds what was promised against the journal and the world's own record.</summary>
internal static class Promises
{
    /// <summary>Every promise that is broken, in a sentence.</summary>
    public static async Task<IReadOnlyList<string>> BrokenAsync(Drama drama)
    {
        var lives = new List<WrittenLife>();
        foreach (var item in await drama.ListAsync())
            lives.Add(await WrittenLife.ReadAsync(drama.Disk.Journal, item));
        return [.. PlainPromises.Broken(drama.Acknowledged, lives), .. WorldPromises.Broken([.. drama.Sendings], drama.Ledger.Effects, lives)];
    }
}
