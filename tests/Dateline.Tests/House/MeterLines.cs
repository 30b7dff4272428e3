using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Dateline.Tests.House;

/// <summary>What the instruments of this process tell whoever listens, each with its tags: the program's, the framework's and the libraries' alike.</summary>
internal sealed class MeterLines : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, bool> _lines = new(StringComparer.Ordinal);

    public MeterLines()
    {
        _listener.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        Hear<byte>();
        Hear<short>();
        Hear<int>();
        Hear<long>();
        Hear<float>();
        Hear<double>();
        Hear<decimal>();
        _listener.Start();
    }

    /// <summary>One line for each instrument and set of tags, those included that are only measured when somebody asks.</summary>
    public ICollection<string> All
    {
        get
        {
            _listener.RecordObservableInstruments();
            return _lines.Keys;
        }
    }

    private void Hear<T>() where T : struct => _listener.SetMeasurementEventCallback<T>((instrument, _, tags, _) =>
    {
        var line = $"{instrument.Meter.Name} {instrument.Name}";
        foreach (var (name, value) in (instrument.Meter.Tags ?? []).Concat(instrument.Tags ?? []).Concat(tags.ToArray()))
            line += string.Create(CultureInfo.InvariantCulture, $" {name}={value}");
        _lines[line] = true;
    });

    public void Dispose() => _listener.Dispose();
}
