using AiFixer.Core;
using AiFixer.Engine.Running;

namespace AiFixer.Engine.Nodes;

/// <summary>
/// Whoever opened an incident knows all of it, and mostly it is at work right here from then on. What was kept for that
/// is let go of when it is at work elsewhere.
/// </summary>
internal sealed class Handover(HeldCache cache, Homes homes)
{
    public void Give(Held held) => cache.Keep(held.State.Id, held);

    /// <summary>It was woken, wherever that is.</summary>
    public void Settle(IncidentId id)
    {
        if (!homes.Has(id))
            cache.Forget(id);
    }
}
