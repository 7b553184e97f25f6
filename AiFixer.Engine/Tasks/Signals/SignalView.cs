using AiFixer.Plugins;

namespace AiFixer.Engine.Tasks.Signals;

/// <summary>How the signals look, with each of them before the trouble, in it, and now.</summary>
internal sealed record SignalView(TargetHealth Health, string Details);
