using AiFixer.Core;

namespace AiFixer.Grains.Claims;

/// <summary>
/// What the database said of one claim, for a while. It may know of less than is held, never of more: times are counted
/// from before the database was asked.
/// </summary>
internal sealed class ClaimMemory(TimeSpan longest)
{
    private readonly List<Note> taken = [];
    private (Note Note, int Slots)? all;

    public bool IsEmpty(TimeSpan now)
    {
        Prune(now);
        return taken.Count == 0 && all is null;
    }

    /// <summary>Null when it may be free.</summary>
    public ClaimTurn.Held? Find(ClaimWish wish, TimeSpan now)
    {
        Prune(now);
        if (all is { } full && Covers(full.Slots, wish.Slots) && (wish.Slots > 0 || full.Note.Holder != wish.Incident))
            return Held(full.Note, now);
        return wish.Slots > 0 && taken.Count >= wish.Slots ? Held(taken.MinBy(note => note.Until), now) : null;
    }

    /// <summary>How many may ask at once with a good chance for each. Who knows nothing sends one ahead.</summary>
    public int Room(int slots) => Math.Max(1, taken.Count == 0 ? 1 : slots - taken.Count);

    public void Learn(ClaimNews news, TimeSpan asked, TimeSpan now)
    {
        switch (news)
        {
            case ClaimNews.Taken { Wish.Slots: > 0 } one:
                taken.Add(Note(one.Wish.Incident, one.For, asked, now));
                break;
            case ClaimNews.Taken one:
                all = (Note(one.Wish.Incident, one.For, asked, now), 0);
                break;
            case ClaimNews.Lost lost:
                all = (Note(lost.Holder, lost.For, asked, now), lost.Slots);
                break;
        }
    }

    public void Forget()
    {
        taken.Clear();
        all = null;
    }

    /// <summary>When all of many units are held, so are all of fewer.</summary>
    private static bool Covers(int known, int wanted) => known > 0 ? wanted > 0 && wanted <= known : wanted == 0;

    private static ClaimTurn.Held Held(Note note, TimeSpan now) =>
        new(note.Holder, note.Until == TimeSpan.MaxValue ? null : note.Until - now);

    private Note Note(IncidentId holder, TimeSpan? heldFor, TimeSpan asked, TimeSpan now) =>
        new(holder, heldFor is { } span && span < TimeSpan.MaxValue - asked ? asked + span : TimeSpan.MaxValue, now + longest);

    private void Prune(TimeSpan now)
    {
        taken.RemoveAll(note => !note.IsGood(now));
        if (all is { } full && !full.Note.IsGood(now))
            all = null;
    }
}
