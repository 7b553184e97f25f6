namespace AiFixer.Lark.Client;

/// <summary>Makes one call until it is done, refused, or may not be made again.</summary>
internal sealed class LarkCaller(LarkHttp http, TenantToken token, CallLimits limits, TimeSpan longestWait, TimeProvider time)
{
    private const int MostTries = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public async Task<LarkResult<LarkReply>> CallAsync(LarkCall call, CancellationToken cancellationToken)
    {
        var waited = TimeSpan.Zero;
        for (var tries = 1; ; tries++)
        {
            var (result, mayRepeat) = await TryAsync(call, cancellationToken);
            if (result.IsDone || !mayRepeat || tries == MostTries || Pauses(result.Error, tries) is not { } pause || waited + pause > longestWait)
                return result;
            waited += pause;
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, time, cancellationToken);
        }
    }

    /// <returns>What came of it, and whether another try does no harm.</returns>
    private async Task<(LarkResult<LarkReply> Result, bool MayRepeat)> TryAsync(LarkCall call, CancellationToken cancellationToken)
    {
        if (limits.Wait(call.Api) is { Ticks: > 0 } wait)
            return (new LarkError(LarkErrorKind.Limited, 0, "the platform's limit for this call is used up", wait), true);
        var access = await token.TakeAsync(cancellationToken);
        if (!access.IsDone)
            return (access.Error, true);
        var reply = await http.SendAsync(call.Method, call.Path, call.Body, access.Value, cancellationToken);
        if (reply.IsDone)
            return (reply, false);
        var error = LarkErrors.Of(reply);
        if (LarkErrors.IsToken(reply.Code))
            token.Drop(access.Value);
        if (reply.Status == 429 || reply.Code == 99991400)
            limits.Limited(call.Api, error.After ?? Pause);
        // Whoever has more to tell elsewhere goes on with that.
        if (LarkErrors.IsOfTheChat(error.Code))
            return (error, false);
        return (error, call.MayRepeat || !reply.Left || error.Kind == LarkErrorKind.Limited || LarkErrors.IsToken(reply.Code));
    }

    /// <returns>How long until the next try; null when there should be none.</returns>
    private static TimeSpan? Pauses(LarkError error, int tries) => error.Kind switch
    {
        LarkErrorKind.Limited => error.After ?? Pause * tries,
        LarkErrorKind.Unavailable when LarkErrors.IsToken(error.Code) => tries == 1 ? TimeSpan.Zero : null,
        LarkErrorKind.Unavailable => Pause * (1 << (tries - 1)),
        _ => null,
    };
}
