namespace AiFixer.Core.Analysis.Tuning;

/// <summary>What a workload suffers from.</summary>
public enum TuningSymptom
{
    Other,
    Cpu,
    Memory,
    Crash,
    Latency,
}
