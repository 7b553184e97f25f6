using AiFixer.Core.Alerts;
using AiFixer.Core.Playbooks.Matching;

namespace AiFixer.Core.Classes;

/// <summary>One rule: a text that any of its patterns fits is of its class.</summary>
public sealed record ClassRule(ErrorClass Class, IReadOnlyList<Pattern> Patterns);
