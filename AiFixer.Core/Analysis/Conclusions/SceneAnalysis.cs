using System.Collections.Immutable;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Changes;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Signals;

namespace AiFixer.Core.Analysis.Conclusions;

/// <summary>Weighs what can explain a service's trouble: a change, or none.</summary>
internal static class SceneAnalysis
{
    public static (ImmutableList<Cause> Causes, Picture Picture, Spread Spread, ImmutableList<Suspicion> Suspects) Of(SceneFacts scene)
    {
        var picture = PictureMaker.Of(scene);
        var calls = new CallGraph(scene.Spans);
        var spread = Spread.Of(picture, calls);
        var suspects = ChangeJudge.Judge(picture, calls, spread.First);
        var causes = ImmutableList.CreateBuilder<Cause>();
        if (ChangeCause.In(suspects, picture) is { } change)
            causes.Add(change);
        if (TrafficSurge.In(picture, calls) is { } surge)
            causes.Add(surge);
        if (MachineTrouble.In(picture) is { } machine)
            causes.Add(machine);
        if (Throttled.In(picture) is { } throttled)
            causes.Add(throttled);
        if (Recovered.In(picture) is { } recovered)
            causes.Add(recovered);
        if (Announced.In(picture) is { } announced)
            causes.Add(announced);
        if (BlindSpot.In(picture) is { } blind)
            causes.Add(blind);
        if (LimitReached.In(picture) is { } limit)
            causes.Add(limit);
        if (BrokenDevice.In(picture) is { } device)
            causes.Add(device);
        if (BadFeed.In(picture) is { } feed)
            causes.Add(feed);
        if (WrongClock.In(picture) is { } clock)
            causes.Add(clock);
        if (BadRecord.In(picture) is { } record)
            causes.Add(record);
        if (OddValue.In(picture) is { } odd)
            causes.Add(odd);
        if (OtherScale.In(picture) is { } scale)
            causes.Add(scale);
        if (ZeroDate.In(picture) is { } zero)
            causes.Add(zero);
        if (DriedUp.In(picture) is { } dried)
            causes.Add(dried);
        causes.AddRange(OutsideCauses.In(picture));
        return ([.. causes.OrderByDescending(c => c.Strength)], picture, spread, suspects);
    }
}
