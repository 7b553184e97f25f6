using System.Text;

namespace AiFixer.Plugins.Processes;

/// <summary>Text a program wrote. Bytes that are no UTF-8 become U+FFFD.</summary>
/// <param name="Text">What was kept.</param>
/// <param name="Dropped">Bytes that were not.</param>
internal sealed record ProcessText(string Text, long Dropped)
{
    public static ProcessText Empty { get; } = new("", 0);

    /// <summary>A character that was cut in two at the end goes.</summary>
    public static ProcessText Of(ReadOnlySpan<byte> kept, long dropped)
    {
        var end = kept.Length;
        while (dropped > 0 && end > 0 && kept.Length - end < 4 && (kept[end - 1] & 0xC0) == 0x80)
            end--;
        if (dropped > 0 && end > 0 && kept[end - 1] >= 0xC0)
            end--;
        else
            end = kept.Length;
        return new(Encoding.UTF8.GetString(kept[..end]), dropped + kept.Length - end);
    }
}
