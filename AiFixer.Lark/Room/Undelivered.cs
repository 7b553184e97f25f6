using AiFixer.Core;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.Core.Texts;
using AiFixer.Lark.Texts;

namespace AiFixer.Lark.Room;

/// <summary>Says on pages what could not be said in the chat.</summary>
public sealed class Undelivered(IPostedMessages posted, TimeProvider time)
{
    /// <summary>So long everything takes now and then.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(1);

    /// <summary>A sentence; null when the chat shows what is so, as far as anybody knows.</summary>
    public async Task<string?> ReadAsync(IncidentId incident, Language language, CancellationToken cancellationToken)
    {
        var work = await posted.WorkAsync(RoomKeys.Channel, incident, cancellationToken);
        return work is null || (work.Error.Length == 0 && time.GetUtcNow() - work.Since < Usual) ? null : Text(Words.Of(language), work);
    }

    private static string Text(Words words, MessageWork work) => work.Error.Length == 0
        ? words.Say("page.waiting", Pen.Moment(work.Since))
        : words.Say("page.failing", Pen.Moment(work.Since), work.Error, work.Attempts, Pen.Moment(work.Due));
}
