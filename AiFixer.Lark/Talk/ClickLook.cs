using AiFixer.Lark.Events;
using AiFixer.Lark.Room;

namespace AiFixer.Lark.Talk;

/// <summary>Looks at a click before anything is written: who made it, on which card of ours, and whether all is said that must be.</summary>
internal sealed class ClickLook(Members members, ClickedCard cards)
{
    private const int LongestReason = 1_000;

    /// <returns>What it is about; or what it is answered, and in a word why, when it can change nothing.</returns>
    public async Task<(ClickAbout? About, ClickAnswer? Answer, string Why)> ReadAsync(LarkClick click, CancellationToken cancellationToken)
    {
        if (members.Of(click.By, click.ChatId) is not { } person)
            return Declined("nobody", "click.nobody");
        if (ClickValue.Read(click.Value) is not { } value)
            return Declined("unknown card", "click.unknown");
        switch (await cards.FindAsync(click, value, cancellationToken))
        {
            case (null, { } replaced):
                return (null, BothWords.Toast(ToastKind.Warning, "click.replaced") with { Card = replaced }, "replaced card");
            case ({ } card, _):
                var reason = (click.Form.GetValueOrDefault("reason") ?? "").Trim();
                if (value.Kind is ClickKind.Reject or ClickKind.Fixed && reason.Length == 0)
                    return (null, BothWords.Toast(ToastKind.Warning, "click.reason"), "no reason");
                return (new(click, value, card, person, reason[..Math.Min(reason.Length, LongestReason)]), null, "");
            default:
                return Declined("unknown card", "click.unknown");
        }
    }

    private static (ClickAbout?, ClickAnswer, string) Declined(string why, string key) => (null, BothWords.Toast(ToastKind.Error, key), why);
}
