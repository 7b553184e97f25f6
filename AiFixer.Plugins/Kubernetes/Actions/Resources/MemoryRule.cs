namespace AiFixer.Plugins.Kubernetes;

/// <summary>
/// A memory limit kills. So it is never set below what is in use, lowered only where that is asked for by name, and even then
/// only when the use is known.
/// </summary>
internal static class MemoryRule
{
    public static string? Refusal(KubeArguments wish, string? today, decimal? used)
    {
        if (Quantity.Of(wish.MemoryLimit) is not { } wanted)
            return null;
        if (wanted <= used)
            return $"{wish.Container} uses {Quantity.Memory(used.Value)} of memory now: a limit of {wish.MemoryLimit} would have it killed";
        if (Quantity.Of(today) is { } limit && wanted >= limit)
            return null;
        var lowers = today is null
            ? $"{wish.Container} has no memory limit today, and {wish.MemoryLimit} would be one"
            : $"{wish.Container} has a memory limit of {today} today, and {wish.MemoryLimit} is lower";
        if (!wish.AllowLower)
            return $"{lowers}: set allow_lower if that is meant";
        return used is null ? $"{lowers}, but what it uses now cannot be seen: a limit is not lowered blindly" : null;
    }
}
