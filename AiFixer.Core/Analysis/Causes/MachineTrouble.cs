using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>A machine is short of something that another takes, or fails.</summary>
internal static class MachineTrouble
{
    public static Cause? In(Picture picture)
    {
        var signs = picture.About(Topic.Machine).Where(s => s.Kind is not SignalKind.Alert).ToList();
        var lines = signs.Where(s => s.Kind is SignalKind.Log or SignalKind.Span || s.Kind is SignalKind.Status && !StatusPage.IsOfAProduct(s.Says)).ToList();
        var numbers = signs.Where(s => s.Kind is SignalKind.Metric && s.At <= picture.OnsetLatest + TimeSpan.FromMinutes(5)).ToList();
        if (lines.Count == 0 && numbers.Count < 2)
            return null;
        var scheduled = picture.Scene.Lines.Where(l => Changes.Text.Has(l.Text, @"scheduled pod|assigned .* to|placed on|bound to node")).ToList();
        var taker = picture.Signals.FirstOrDefault(s => s.Change is { Rose: true } && (s.Is(Topic.Cpu) || s.Is(Topic.Memory)) && s.Owner != picture.Scene.Subject && !Changes.Text.Has(s.Name, "^node_")
            && s.At <= picture.OnsetLatest + TimeSpan.FromMinutes(5));
        var platform = lines.Exists(l => l.Kind is SignalKind.Status);
        var many = picture.Signals.Where(s => s is { Kind: SignalKind.Metric, Strength: > 0.5 } && Spread.Harm.Any(s.Is) && (s.At - picture.Onset).Duration() < TimeSpan.FromMinutes(3)).Select(s => s.Owner).Distinct().Count() >= 3;
        var flat = picture.Signals.Exists(s => s.Owner == picture.Scene.Subject && s.Is(Topic.Surge)) ? 0.6 : 1;
        var strength = Weighing.Together(lines.Count > 0 ? 0.6 : 0, numbers.Count > 0 ? 0.55 : 0, taker is not null && numbers.Count > 0 ? 0.4 : 0, platform ? 0.3 : 0, many ? 0.3 : 0) * flat;
        var node = numbers.Select(n => n.Owner).FirstOrDefault() ?? lines[0].Owner;
        var says = taker is not null && numbers.Count > 0
            ? $"The node {node} is short of room: {numbers[0].Says}. Another workload on it, {taker.Owner}, takes it ({taker.Says}), so {picture.Scene.Subject} is starved by a noisy neighbour although it does not ask for more itself."
            : $"The machine under {picture.Scene.Subject} is in trouble: {(lines.FirstOrDefault() ?? numbers[0]).Says}.";
        return new(Categories.Infrastructure, strength, says, taker is not null ? "reschedule" : Changes.Text.Has(says, "zone|region|failover|primary|replica") ? "failover" : "reschedule",
            Weighing.Claims([.. numbers.Take(3), taker, .. lines.Take(4)]))
        { Culprit = "none" };
    }
}
