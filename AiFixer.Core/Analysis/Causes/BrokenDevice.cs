using AiFixer.Core.Analysis.Signals;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>A device fails: it grows hot, or its errors say so.</summary>
internal static class BrokenDevice
{
    private const string Measures = "temperature|fan_?speed|ecc_|smart_|media_errors|reallocated|power_supply|voltage|disk_errors|io_errors|link_errors|crc_errors|uncorrect";
    private const string Says = @"device[_ ]error|hardware (error|failure|fault)|\bECC\b|machine check|\bMCE\b|I/O error|medium error|media failure|bad (sector|block)|over ?temperature|thermal|power supply|RAID .{0,20}degraded|SMART|firmware fault|CKR_DEVICE|\b(array|volume|raid|bbu|controller) .{0,30}(degraded|write[- ]through)|(cache )?battery .{0,20}(fail|fault|bad|replace|lost)|\bBBU\b|(raid|disk|storage|array) controller.{0,20}(failed|fault)|predictive failure";

    public static Cause? In(Picture picture)
    {
        var measured = picture.Signals.Where(s => s is { Kind: SignalKind.Metric, Strength: > 0.5, Change.Rose: true } && Changes.Text.Has(s.Name, Measures)).ToList();
        var said = picture.Signals.Where(s => s is { Kind: SignalKind.Log or SignalKind.Span or SignalKind.Status, Strength: > 0.5 } && Changes.Text.Has(s.Says, Says)).ToList();
        if (said.Count == 0)
            return null;
        return new(
            Categories.Infrastructure, Weighing.Together(0.55, measured.Count > 0 ? 0.5 : 0, said.Count > 1 ? 0.25 : 0),
            $"A device fails: {said[0].Says}{(measured.Count > 0 ? $", and {measured[0].Says}" : "")}.", "failover", Weighing.Claims([.. said.Take(3), .. measured.Take(3)]))
        { Culprit = "none" };
    }
}
