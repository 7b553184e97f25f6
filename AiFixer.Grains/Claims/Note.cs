using AiFixer.Core;

namespace AiFixer.Grains.Claims;

/// <summary>That somebody holds a claim.</summary>
/// <param name="Until">Until when at least; the end of time until it is given back.</param>
/// <param name="Forget">When this is too old to go by.</param>
internal readonly record struct Note(IncidentId Holder, TimeSpan Until, TimeSpan Forget)
{
    public bool IsGood(TimeSpan now) => now < Until && now < Forget;
}
