using AiFixer.Core.Alerts;

namespace AiFixer.Lark.Cards;

/// <summary>How much of each text a card has room for. Remembers whether anything was cut, so that the card says so.</summary>
internal sealed class CardRoom(double share)
{
    public bool IsCut { get; private set; }

    /// <summary>The text, or its beginning and a mark.</summary>
    /// <param name="most">How many characters there are when nothing else needs the room.</param>
    public string Take(string text, int most)
    {
        var clean = TextCleaner.Lines(text, int.MaxValue);
        var room = Math.Max((int)(most * share), 1);
        if (clean.Length <= room)
            return clean;
        IsCut = true;
        return clean[..(char.IsHighSurrogate(clean[room - 1]) ? room - 1 : room)] + "…";
    }

    /// <summary>Whether nothing of it would be cut.</summary>
    public bool Fits(string text, int most) => TextCleaner.Lines(text, int.MaxValue).Length <= Math.Max((int)(most * share), 1);

    public bool Fits<T>(IReadOnlyCollection<T> things, int most) => things.Count <= Math.Max((int)(most * share), 1);

    /// <summary>The first of several.</summary>
    public IEnumerable<T> Take<T>(IReadOnlyCollection<T> things, int most)
    {
        var room = Math.Max((int)(most * share), 1);
        IsCut |= things.Count > room;
        return things.Take(room);
    }
}
