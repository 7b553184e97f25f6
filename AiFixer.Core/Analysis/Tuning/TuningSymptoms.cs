using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Tuning;

/// <summary>Reads the symptom out of what an alert or a cause says.</summary>
public static partial class TuningSymptoms
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Memory before crash: what is killed for its memory crashes too, and a restart would not cure it.</summary>
    public static TuningSymptom Of(string text) => OfWords(Humps().Replace(text, " "));

    private static TuningSymptom OfWords(string text) =>
        Memory().IsMatch(text) ? TuningSymptom.Memory
        : Cpu().IsMatch(text) ? TuningSymptom.Cpu
        : Crash().IsMatch(text) ? TuningSymptom.Crash
        : Latency().IsMatch(text) ? TuningSymptom.Latency
        : TuningSymptom.Other;

    /// <summary>Where a word begins in the middle of a name: <c>HighCpuUsage</c>.</summary>
    [GeneratedRegex(@"(?<=[a-z0-9])(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Humps();

    [GeneratedRegex(@"\boom|out ?of ?memory|memory(?!.{0,12}\b(ok|fine|normal)\b)|\bheap\b|内存", Options)]
    private static partial Regex Memory();

    [GeneratedRegex(@"\bcpu|cpu\b|CPUThrottl|处理器", Options)]
    private static partial Regex Cpu();

    [GeneratedRegex(@"crash|back-?off|restart(s|ing|ed)\b|崩溃|重启", Options)]
    private static partial Regex Crash();

    [GeneratedRegex(@"latency|slow|\bp9[0-9]|response time|duration|延迟|响应慢|耗时", Options)]
    private static partial Regex Latency();
}
