namespace AiFixer.Simulation.Kernel;

/// <summary>One step of one process.</summary>
internal readonly record struct Happening(SimProcess Process, SendOrPostCallback Step, object? State);
