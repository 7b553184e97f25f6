using AiFixer.Core;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.Lark.Client;

namespace AiFixer.Lark.Room;

/// <summary>
/// Sends one message, or patches it. That it is going to be sent is written down before: whoever finds it without an id sends
/// it again under the same key, of which the platform does one within an hour. After that the platform has forgotten, and a
/// message that did arrive is there twice: a click on the one that nobody knows is told so, and its buttons go.
/// </summary>
internal sealed class MessagePost(ILarkClient client, IPostedMessages posted, RoomOptions options, TimeProvider time)
{
    /// <summary>Less than the hour of the platform, for the way there takes time too.</summary>
    private static readonly TimeSpan KeyHolds = TimeSpan.FromMinutes(55);

    /// <summary>Whatever says longer was written by a clock that is wrong.</summary>
    private static readonly TimeSpan LongestUnsettled = TimeSpan.FromMinutes(1);

    private const int Sensitive = 230022;
    private const int TooLong = 230025;
    private const int NotAudited = 230028;
    private const int NoThreads = 230071;
    private const int NoThreadHere = 230072;

    /// <param name="root">The message it answers; null when it begins.</param>
    public async Task<PostResult> BringAsync(
        IncidentId incident, PostedMessage? now, RoomMessage wanted, string place, string? root, CancellationToken cancellationToken)
    {
        if (now is null && !wanted.IsOpen && !wanted.IsNews)
            return now;
        if (now is { IsGone: true } && !wanted.IsOpen)
            return now;
        now ??= new(incident, wanted.Part, "", place, "", wanted.IsOpen, 0, time.GetUtcNow());
        if (now.MessageId.Length == 0 || now.IsGone)
            return await SendAsync(now, wanted, root, cancellationToken);
        if (Unsettled.Read(now.Shown) is { } answered && answered.Until - time.GetUtcNow() is var left && left > TimeSpan.Zero && left < LongestUnsettled)
            return await SettleAsync(now, answered, left, wanted, root, cancellationToken);
        return now.Shown == RoomKeys.Digest(wanted.Card) ? now : await PatchAsync(now, wanted, root, null, cancellationToken);
    }

    /// <summary>An answer to a click is on its way, and may change the card after us: it is looked at again when that is over.</summary>
    private async Task<PostResult> SettleAsync(
        PostedMessage now, Unsettled answered, TimeSpan left, RoomMessage wanted, string? root, CancellationToken cancellationToken)
    {
        if (answered.Digest == RoomKeys.Digest(wanted.Card))
            return new PostResult(now, null, left);
        var patched = await PatchAsync(now, wanted, root, answered, cancellationToken);
        return patched.Failure is null ? patched with { LookAgain = left } : patched;
    }

    private async Task<PostResult> SendAsync(PostedMessage now, RoomMessage wanted, string? root, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var isAgain = now is { Version: > 0, IsGone: false, Tries: > 0 } && at - now.TriedAt < KeyHolds;
        var begun = await SaveAsync(
            now with
            {
                MessageId = "",
                Shown = "",
                IsOpen = wanted.IsOpen,
                IsGone = false,
                Tries = isAgain ? now.Tries : now.Tries + 1,
                TriedAt = isAgain ? now.TriedAt : at,
            },
            cancellationToken);
        if (begun is null)
            return RoomVerdict.Raced.Instance;
        var once = RoomKeys.Once(begun.Incident, begun.Part, begun.Tries);
        var sent = await DeliverAsync(begun.Place, LarkBody.Card(wanted.Card), root, once, cancellationToken);
        if (IsAboutText(sent.Error))
            sent = await DeliverAsync(begun.Place, LarkBody.Card(wanted.Plain), root, once, cancellationToken);
        LarkInstruments.Called("send", sent.Error);
        if (!sent.IsDone)
            return new RoomVerdict.Failed(sent.Error);

        // What an earlier try sent, if it arrived, is what is there: it may show something older.
        var shown = isAgain ? "" : RoomKeys.Digest(wanted.Card);
        var saved = await SaveAsync(begun with { MessageId = sent.Value.Id, Shown = shown }, cancellationToken);
        if (saved is null)
            return RoomVerdict.Raced.Instance;
        return isAgain ? await PatchAsync(saved, wanted, root, null, cancellationToken) : saved;
    }

    /// <summary>What it answers may have been taken back: then it stands by itself.</summary>
    private async Task<LarkResult<SentMessage>> DeliverAsync(string place, LarkBody body, string? root, string once, CancellationToken cancellationToken)
    {
        if (root is not null)
        {
            var answer = await client.ReplyAsync(root, body, options.InThread, once, cancellationToken);
            if (answer.Error is { Code: NoThreads or NoThreadHere })
                answer = await client.ReplyAsync(root, body, inThread: false, once, cancellationToken);
            if (answer.Error is not { Kind: LarkErrorKind.Gone })
                return answer;
        }

        return await client.SendAsync(LarkReceiver.Chat(place), body, once, cancellationToken);
    }

    /// <param name="answered">An answer to a click that may still change it after us; null for none.</param>
    private async Task<PostResult> PatchAsync(PostedMessage now, RoomMessage wanted, string? root, Unsettled? answered, CancellationToken cancellationToken)
    {
        // Whoever finds nothing written of what it shows patches it again: a process that dies on the way leaves no card that lies.
        if (now.Shown != Unsettled.Doubt(now.Shown))
        {
            if (await SaveAsync(now with { Shown = Unsettled.Doubt(now.Shown) }, cancellationToken) is not { } begun)
                return RoomVerdict.Raced.Instance;
            now = begun;
        }

        var patched = await client.PatchAsync(now.MessageId, wanted.Card, cancellationToken);
        if (IsAboutText(patched.Error))
            patched = await client.PatchAsync(now.MessageId, wanted.Plain, cancellationToken);
        LarkInstruments.Called("patch", patched.Error);
        switch (patched.Error?.Kind)
        {
            case null:
                var digest = RoomKeys.Digest(wanted.Card);
                var shown = answered is null ? digest : (answered with { Digest = digest }).ToString();
                return await SaveAsync(now with { Shown = shown, IsOpen = wanted.IsOpen }, cancellationToken) is { } saved
                    ? saved
                    : await OvertakenAsync(now, cancellationToken);
            case LarkErrorKind.Gone:
                var gone = await SaveAsync(now with { IsGone = true, IsOpen = false }, cancellationToken);
                if (gone is null)
                    return RoomVerdict.Raced.Instance;
                return wanted.IsOpen ? await SendAsync(gone, wanted, root, cancellationToken) : gone;
        }

        return new RoomVerdict.Failed(patched.Error!);
    }

    /// <summary>
    /// Somebody else patched it meanwhile, and whose patch came last only the other side knows: that is written down, and it is
    /// looked at again.
    /// </summary>
    private async Task<PostResult> OvertakenAsync(PostedMessage now, CancellationToken cancellationToken)
    {
        var there = (await posted.ListAsync(RoomKeys.Channel, now.Incident, cancellationToken)).FirstOrDefault(message => message.Part == now.Part);
        if (there is { Shown.Length: > 0 })
            await SaveAsync(there with { Shown = Unsettled.Doubt(there.Shown) }, cancellationToken);
        await posted.WantAsync(RoomKeys.Channel, [now.Incident], position: null, cancellationToken);
        return RoomVerdict.Raced.Instance;
    }

    /// <summary>The card itself is what the platform does not take, rather than who sends it where.</summary>
    private static bool IsAboutText(LarkError? error) => error is { Kind: LarkErrorKind.Refused } refused && (refused.IsCard || refused.Code is Sensitive or TooLong or NotAudited);

    private Task<PostedMessage?> SaveAsync(PostedMessage message, CancellationToken cancellationToken) =>
        posted.SaveAsync(RoomKeys.Channel, message, cancellationToken);
}
