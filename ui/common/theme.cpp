// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/theme.h>

#include <ui/common/style.h>

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QTimer>

namespace holdpoint::ui {

namespace {

// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
constexpr auto portalService = "org.freedesktop.portal.Desktop";
constexpr auto portalPath = "/org/freedesktop/portal/desktop";
constexpr auto portalInterface = "org.freedesktop.portal.Settings";
constexpr auto appearance = "org.freedesktop.appearance";
constexpr auto colourScheme = "color-scheme";
constexpr uint portalPrefersDark = 1;

struct Colours
{
    QRgb window, text, base, alternate, button, border, highlight, link, visited, placeholder, disabled, tip, tipText;
};

constexpr Colours lightColours{0xfff4f5f7, 0xff1b1f24, 0xffffffff, 0xfff0f2f5, 0xffffffff, 0xffc9ced6, 0xff0b5cad,
                               0xff0b5cad, 0xff6a3fa0, 0xff59626e, 0xff666e79, 0xff1f2730, 0xfff4f5f7};
constexpr Colours darkColours{0xff14171b, 0xffe7eaee, 0xff1c2026, 0xff22272e, 0xff272d35, 0xff3d454f, 0xff1f6dbf,
                              0xff74b6ff, 0xffc3a6f2, 0xffa0aab6, 0xff919ba8, 0xffe7eaee, 0xff14171b};

QPalette paletteOf(const Colours &c)
{
    QPalette palette;
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        const QRgb text = group == QPalette::Disabled ? c.disabled : c.text;
        const QRgb selectedText = 0xffffffff;
        palette.setColor(group, QPalette::Window, c.window);
        palette.setColor(group, QPalette::WindowText, text);
        palette.setColor(group, QPalette::Base, c.base);
        palette.setColor(group, QPalette::AlternateBase, c.alternate);
        palette.setColor(group, QPalette::Text, text);
        palette.setColor(group, QPalette::Button, c.button);
        palette.setColor(group, QPalette::ButtonText, text);
        palette.setColor(group, QPalette::BrightText, selectedText);
        palette.setColor(group, QPalette::Highlight, c.highlight);
        palette.setColor(group, QPalette::HighlightedText, selectedText);
        palette.setColor(group, QPalette::Link, c.link);
        palette.setColor(group, QPalette::LinkVisited, c.visited);
        palette.setColor(group, QPalette::PlaceholderText, c.placeholder);
        palette.setColor(group, QPalette::ToolTipBase, c.tip);
        palette.setColor(group, QPalette::ToolTipText, c.tipText);
        palette.setColor(group, QPalette::Light, QColor(c.button).lighter(110));
        palette.setColor(group, QPalette::Midlight, c.alternate);
        palette.setColor(group, QPalette::Mid, c.border);
        palette.setColor(group, QPalette::Dark, QColor(c.border).darker(130));
        palette.setColor(group, QPalette::Shadow, QColor(c.border).darker(200));
    }
    return palette;
}

ToneColours lightTone(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return {0xff4a535f, 0xffeceff3, 0xffc9ced6};
    case Tone::Info: return {0xff0a4f96, 0xffe6f0fb, 0xff9dc3ec};
    case Tone::Success: return {0xff17643a, 0xffe4f4ea, 0xff98cfb0};
    case Tone::Warning: return {0xff7a4b00, 0xfffdf1d8, 0xffe3bd6c};
    case Tone::Danger: return {0xffa01c16, 0xfffdeae8, 0xffe9a5a0};
    case Tone::Practice: return {0xff5b2f91, 0xfff1e9fb, 0xffc4a7e6};
    case Tone::Rehearsal: return {0xff0d5c63, 0xffe0f3f4, 0xff8cc7cc};
    }
    return {};
}

ToneColours darkTone(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return {0xffb9c2cd, 0xff2a3038, 0xff4a535f};
    case Tone::Info: return {0xff8cc4ff, 0xff17304a, 0xff2f5f8f};
    case Tone::Success: return {0xff7fd6a0, 0xff163525, 0xff2f6b48};
    case Tone::Warning: return {0xfff0c36a, 0xff3a2e12, 0xff7a6127};
    case Tone::Danger: return {0xffff9d96, 0xff421d1b, 0xff8a3f3a};
    case Tone::Practice: return {0xffcfb2fa, 0xff2f2245, 0xff64488f};
    case Tone::Rehearsal: return {0xff7dd3da, 0xff143538, 0xff2d6b70};
    }
    return {};
}

} // namespace

QPalette paletteFor(Scheme scheme) { return paletteOf(scheme == Scheme::Dark ? darkColours : lightColours); }

Scheme schemeOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

ToneColours toneColours(Tone tone, const QPalette &palette)
{
    return schemeOf(palette) == Scheme::Dark ? darkTone(tone) : lightTone(tone);
}

QColor dangerButtonColour() { return 0xffb3261e; }

QColor substitutionColour(const QPalette &palette)
{
    return schemeOf(palette) == Scheme::Dark ? QColor(0xff4a3c10) : QColor(0xfffbe7ae);
}

QColor blended(const QColor &from, const QColor &to, double amount)
{
    const auto mix = [amount](float a, float b) { return float(a + (b - a) * amount); };
    return QColor::fromRgbF(mix(from.redF(), to.redF()), mix(from.greenF(), to.greenF()),
                            mix(from.blueF(), to.blueF()));
}

Theme::Theme(SchemeChoice choice, QObject *parent)
    : QObject(parent)
    , m_choice(choice)
{
    QApplication::setStyle(new Style);
    apply();
    QTimer::singleShot(0, this, &Theme::askPortal);
}

void Theme::setChoice(SchemeChoice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
    emit choiceChanged(choice);
}

void Theme::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    const QString service = QString::fromLatin1(portalService);
    const QString path = QString::fromLatin1(portalPath);
    const QString interface = QString::fromLatin1(portalInterface);
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                SLOT(portalSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    question << QString::fromLatin1(appearance) << QString::fromLatin1(colourScheme);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *answered) {
        const QDBusPendingReply<QDBusVariant> reply = *answered;
        answered->deleteLater();
        if (reply.isError())
            return;
        // Read() wraps the value in a variant of its own.
        const QVariant value = reply.value().variant();
        setSystemScheme(value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant().toUInt()
                                                         : value.toUInt());
    });
}

void Theme::portalSettingChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space == QLatin1String(appearance) && key == QLatin1String(colourScheme))
        setSystemScheme(value.variant().toUInt());
}

void Theme::setSystemScheme(uint portalValue)
{
    m_system = portalValue == portalPrefersDark ? Scheme::Dark : Scheme::Light;
    apply();
}

void Theme::apply()
{
    const Scheme scheme = m_choice == SchemeChoice::System ? m_system
                          : m_choice == SchemeChoice::Dark ? Scheme::Dark
                                                           : Scheme::Light;
    QApplication::setPalette(paletteFor(scheme));
}

} // namespace holdpoint::ui
